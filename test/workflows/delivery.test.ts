import { afterEach, expect, it, vi } from 'vitest'
import { industryKinds } from '../../functions/notification/kinds.ts'
import { accepted } from '../builders/an-answer.ts'
import { atNoon } from '../builders/noon.ts'
import { deliver, pass } from './deliver.ts'
import { crash, refused, silent, told, unclear } from './fates.ts'

/** The real functions in the real workflow, with scripted carriers: the states left, the end, and what the record says. */

afterEach(() => {
  vi.useRealTimers()
})

it.each(industryKinds)('delivers a text of kind %s as soon as its receipt comes', async (kind) => {
  const first = kind === 'verification' ? 'twilio' : 'sns'
  const delivery = await deliver({ kind, [first]: [told('delivered', 7)] })
  expect(delivery).toMatchObject({
    left: 'Validate, Send',
    ended: 'Delivered',
    outcome: 'delivered',
    reason: 'receipt',
    seconds: 7,
  })
  expect(delivery.requests).toBe(`0 s ${first}`)
  expect(delivery.texts).toMatchObject([{ to: '+14155550123', text: 'Shop: order 4711 comes on 2026-11-24.', sender: {} }])
})

it('sends the very same text by the second carrier, for as long as it is still of use, and names each attempt', async () => {
  const { texts } = await deliver({ kind: 'verification', twilio: [silent], sns: [told('delivered')] })
  const same = { to: '+14155550123', text: 'Shop: order 4711 comes on 2026-11-24.', sender: {}, isTransactional: true }
  const notificationId = 'shop-order-4711-shipped'
  expect(texts).toEqual([
    { ...same, attempt: { notificationId, attempt: 1 }, validForSeconds: 300 },
    { ...same, attempt: { notificationId, attempt: 2 }, validForSeconds: 280 },
  ])
})

it('takes what a send learns that outlived its task', async () => {
  const late = { answersAfter: 650, receipts: { 700: 'delivered' } } as const
  const delivery = await deliver({ kind: 'payment', sns: [late] })
  expect(delivery).toMatchObject({ left: 'Validate, Send, Fall back', ended: 'Unknown', reason: 'no-answer', seconds: 600 })
  await pass(50)
  expect(delivery.record()).toMatchObject({ outcome: 'unknown', attempts: [{ answer: accepted() }] })
  await pass(50)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered' })
})

it('does not send what expires between Validate and Send', async () => {
  const afterwards = () => new Date(Date.now() + 86_400_000)
  const delivery = await deliver({ send: { now: afterwards } })
  expect(delivery).toMatchObject({ left: 'Validate, Send, Fall back', ended: 'Expired', reason: 'validity-passed', requests: '' })
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
  expect(delivery).toMatchObject({ left: 'Validate', ended, outcome: ended.toLowerCase(), reason, requests: '' })
})

it('closes as undeliverable, by a fault, what could not be validated for minutes', async () => {
  const delivery = await deliver({ validate: { readTemplate: crash } })
  expect(delivery).toMatchObject({ left: 'Validate, Close', ended: 'Fault', outcome: 'undeliverable', reason: 'fault' })
  expect(delivery.requests).toBe('')
})

it('closes as unknown, by a fault, what was sent and could not be decided for minutes', async () => {
  const delivery = await deliver({ fallBack: { readNotification: crash } })
  expect(delivery).toMatchObject({
    left: 'Validate, Send, Fall back, Close',
    ended: 'Fault',
    outcome: 'unknown',
    reason: 'fault',
  })
  expect(delivery.requests).toBe('0 s sns')
})

it('ends in Fault without an outcome when even Close fails, which the watch over executions then calls again', async () => {
  const delivery = await deliver({ validate: { readTemplate: crash }, close: { changeNotification: crash } })
  expect(delivery).toMatchObject({ left: 'Validate, Close', ended: 'Fault', outcome: undefined })
})

it.each([
  ['a delivery', { sns: [told('delivered')] }],
  ['a refusal', { sns: [refused('recipient')] }],
  ['a failure in words that nobody knows', { sns: [told('unclassified')], twilio: [told('unclassified')] }],
  ['a fall back', { sns: [unclear], twilio: [told('delivered')] }],
  ['a hold', { sns: [told('absent'), told('delivered')] }],
  ['a silence', {}],
  ['a wrong parameter', { person: { params: { orderNo: '4711', eta: '+14155550123', more: 'Shop: order 4711' } } }],
] as const)('keeps number, parameters and text out of the history of %s', async (_, script) => {
  const { history } = await deliver(script)
  expect(history.length).toBeGreaterThan(4)
  const said = JSON.stringify(history)
  for (const personal of ['4155550123', 'Shop: order', '2026-11-24']) expect(said).not.toContain(personal)
})
