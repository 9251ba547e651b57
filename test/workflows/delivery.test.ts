import { afterEach, expect, it, vi } from 'vitest'
import { industryKinds } from '../../functions/notification/kinds.ts'
import { aDeliveryLog, aFailureLog } from '../builders/a-delivery-log.ts'
import { accepted, notSent, unknown } from '../builders/an-answer.ts'
import { atNoon } from '../builders/noon.ts'
import { deliver } from './deliver.ts'

/** The real functions in the real workflow, with a scripted carrier: which step led to which end, and what the record says. */

afterEach(() => {
  vi.useRealTimers()
})

/** What a function throws when its process dies, as Step Functions calls it. */
const crash = (): never => {
  throw Object.assign(new Error('the process ended'), { name: 'Runtime.ExitError' })
}

const delivered = { left: 'Send and await receipt', ended: 'Delivered', outcome: 'delivered', reason: 'receipt' }
const unknownFor = (reason: string) => ({ left: 'Fall back', ended: 'Unknown', outcome: 'unknown', reason })
const undeliverableFor = (reason: string) => ({ left: 'Fall back', ended: 'Undeliverable', outcome: 'undeliverable', reason })

it.each(industryKinds)('delivers a text of kind %s as soon as its receipt comes', async (kind) => {
  const delivery = await deliver({ kind, receipts: { 7: aDeliveryLog() } })
  expect(delivery).toMatchObject({ ...delivered, seconds: 7 })
  expect(delivery.texts).toEqual([{ to: '+14155550123', text: 'Shop: order 4711 comes on 2026-11-24.', sender: {} }])
})

it('delivers when the receipt overtakes the reply of the carrier', async () => {
  const delivery = await deliver({ answersAfter: 5, receipts: { 2: aDeliveryLog() } })
  expect(delivery).toMatchObject({ ...delivered, seconds: 5 })
})

it('delivers when receipts come twice', async () => {
  const delivery = await deliver({ answersAfter: 5, receipts: { 2: aDeliveryLog(), 7: aDeliveryLog() } })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(delivery).toMatchObject(delivered)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered' }] })
})

it('ends as undeliverable what the carrier refuses, at once and without a second text', async () => {
  const delivery = await deliver({ answer: () => notSent('recipient', 'opted-out') })
  expect(delivery).toMatchObject({ ...undeliverableFor('opted-out'), seconds: 0 })
  expect(delivery.texts).toHaveLength(1)
})

it('ends as undeliverable what the receipt says did not arrive', async () => {
  const delivery = await deliver({ receipts: { 3: aFailureLog('Phone has blocked SMS') } })
  expect(delivery).toMatchObject({ ...undeliverableFor('blocked-by-phone'), seconds: 3 })
  expect(delivery.texts).toHaveLength(1)
})

it.each([
  ['verification', 90],
  ['payment', 600],
  ['order', 1_800],
  ['logistics', 1_800],
  ['membership', 1_800],
] as const)('ends as unknown a text of kind %s of which nothing is heard for %i seconds', async (kind, seconds) => {
  const delivery = await deliver({ kind })
  expect(delivery).toMatchObject({ ...unknownFor('no-receipt'), seconds })
  expect(delivery.texts).toHaveLength(1)
})

it('waits no longer than the text is of use', async () => {
  const delivery = await deliver({ notification: { expiresAt: atNoon(120) } })
  expect(delivery).toMatchObject({ ...unknownFor('no-receipt'), seconds: 120 })
})

it.each([
  ['verification', 0],
  ['order', 0],
  ['logistics', 0],
  ['membership', 0],
  ['payment', 600],
] as const)(
  'falls back from an unknown answer to a text of kind %s after %i seconds: who may not resend waits on',
  async (kind, seconds) => {
    const delivery = await deliver({ kind, answer: () => unknown('http-500') })
    expect(delivery).toMatchObject({ ...unknownFor('http-500'), seconds })
    expect(delivery.texts).toHaveLength(1)
  },
)

it('raises the outcome when the delivery is told after the wait', async () => {
  const delivery = await deliver({ receipts: { 3600: aDeliveryLog() } })
  expect(delivery).toMatchObject(unknownFor('no-receipt'))
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
})

it('keeps its outcome when a failure is told after the wait', async () => {
  const delivery = await deliver({ receipts: { 3600: aFailureLog('Phone has blocked SMS') } })
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(delivery.record()).toMatchObject({ outcome: 'unknown', attempts: [{ status: 'undelivered' }] })
})

it('ends as unknown when send dies after the carrier accepted, and texts nobody twice', async () => {
  const delivery = await deliver({ answer: crash })
  expect(delivery).toMatchObject({ ...unknownFor('no-answer'), seconds: 0 })
  expect(delivery.texts).toHaveLength(1)
})

it('takes what a send learns that outlived its task', async () => {
  const delivery = await deliver({ answersAfter: 2_000, receipts: { 2100: aDeliveryLog() } })
  expect(delivery).toMatchObject({ ...unknownFor('no-answer'), seconds: 1_800 })
  await vi.advanceTimersByTimeAsync(200_000)
  expect(delivery.record()).toMatchObject({ outcome: 'unknown', attempts: [{ answer: accepted() }] })
  await vi.advanceTimersByTimeAsync(100_000)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered' })
})

it('still delivers when send dies after it kept the answer, since Fall back meets the receipt in its place', async () => {
  const delivery = await deliver({ answersAfter: 5, receipts: { 2: aDeliveryLog() }, send: { keepRendezvous: crash } })
  expect(delivery).toMatchObject({ left: 'Fall back', ended: 'Delivered', outcome: 'delivered', reason: 'receipt' })
})

it('raises the outcome when send dies after it kept the answer and the receipt comes later', async () => {
  const delivery = await deliver({ receipts: { 7: aDeliveryLog() }, send: { keepRendezvous: crash } })
  expect(delivery).toMatchObject({ ...unknownFor('no-receipt'), seconds: 0 })
  await vi.advanceTimersByTimeAsync(7_000)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered' })
})

it.each([
  ['it reads the number', { readPerson: crash }],
  ['it arms the attempt', { changeNotification: crash }],
])('ends as undeliverable when send dies before %s: nothing can have been sent', async (_, send) => {
  const delivery = await deliver({ send })
  expect(delivery).toMatchObject(undeliverableFor('not-attempted'))
  expect(delivery.texts).toHaveLength(0)
})

it('does not send what expires between Validate and Send', async () => {
  const afterwards = () => new Date(Date.now() + 86_400_000)
  const delivery = await deliver({ send: { now: afterwards } })
  expect(delivery).toMatchObject({ left: 'Fall back', ended: 'Expired', outcome: 'expired', reason: 'validity-passed' })
  expect(delivery.texts).toHaveLength(0)
})

it.each([
  ['rejects an unknown template', { notification: { template: 'no-such' } }, 'Rejected', 'unknown-template'],
  ['rejects a missing parameter', { person: { params: { orderNo: '4711' } } }, 'Rejected', 'invalid-parameters'],
  ['rejects a landline', { person: { to: '+493012345678' } }, 'Rejected', 'number-type-cannot-receive-sms'],
  ['lets a request expire', { notification: { expiresAt: atNoon() } }, 'Expired', 'validity-passed'],
  ['lets one expire whose number is erased', { validate: { readPerson: async () => undefined } }, 'Expired', 'person-erased'],
  [
    'suppresses what goes to other numbers than the staging ones',
    { validate: { numbers: { allowedCountries: ['US'], onlyTo: [] } } },
    'Suppressed',
    'not-in-only-to',
  ],
])('%s before anything is sent', async (_, script, ended, reason) => {
  const delivery = await deliver(script)
  expect(delivery).toMatchObject({ left: 'Validate', ended, outcome: ended.toLowerCase(), reason })
  expect(delivery.texts).toHaveLength(0)
})

it('closes as undeliverable, by a fault, what could not be validated for minutes', async () => {
  const delivery = await deliver({ validate: { readTemplate: crash } })
  expect(delivery).toMatchObject({ left: 'Close', ended: 'Fault', outcome: 'undeliverable', reason: 'fault' })
  expect(delivery.texts).toHaveLength(0)
})

it('closes as unknown, by a fault, what was sent and could not be decided for minutes', async () => {
  const delivery = await deliver({ fallBack: { readNotification: crash } })
  expect(delivery).toMatchObject({ left: 'Close', ended: 'Fault', outcome: 'unknown', reason: 'fault' })
  expect(delivery.texts).toHaveLength(1)
})

it('ends in Fault without an outcome when even Close fails, which the watch over executions then calls again', async () => {
  const delivery = await deliver({ validate: { readTemplate: crash }, close: { changeNotification: crash } })
  expect(delivery).toMatchObject({ left: 'Close', ended: 'Fault', outcome: undefined })
})

it.each([
  ['a delivery', { receipts: { 7: aDeliveryLog() } }],
  ['a refusal', { answer: () => notSent('recipient', 'opted-out') }],
  ['a failure in words that hold the number', { receipts: { 7: aFailureLog('+14155550123 is in no mood') } }],
  ['a silence', {}],
  ['a wrong parameter', { person: { params: { orderNo: '4711', eta: '+14155550123', more: 'Shop: order 4711' } } }],
])('keeps number, parameters and text out of the history of %s', async (_, script) => {
  const { history } = await deliver({ answer: () => accepted(), ...script })
  expect(history.length).toBeGreaterThan(4)
  for (const personal of ['4155550123', 'Shop: order', '2026-11-24']) expect(JSON.stringify(history)).not.toContain(personal)
})
