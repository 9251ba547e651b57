import { afterEach, expect, it, vi } from 'vitest'
import { kindsWith } from '../../functions/notification/kinds.ts'
import { deployments } from '../../infra/deployments.ts'
import { deliver, pass, type Script } from './deliver.ts'
import { crash, lambdaFails, refused, silent, throttled, told, unclear } from './fates.ts'

/** Marketing awaits no receipt: a carrier's acceptance ends it, and what is told later is kept. */

afterEach(() => {
  vi.useRealTimers()
})

const kind = 'marketing'
const byTwilioFirst: Script['routing'] = { carriers: { ...deployments.local.carriers, marketing: ['twilio', 'sns'] } }
const once = 'Validate, Send unawaited'
const stops = `${once}, Fall back`
const fallsBack = `${stops}, Send unawaited`
const holds = `${stops}, Hold until due, Validate`

const table: readonly [name: string, script: Script, left: string, ended: string, seconds: number, requests: string][] = [
  ['what SNS accepts ends as accepted at once', { sns: [silent] }, once, 'Accepted', 0, '0 s sns'],
  ['so it does where SNS thinks about it', { sns: [{ answersAfter: 5 }] }, once, 'Accepted', 5, '0 s sns'],
  [
    'what SNS refuses and Twilio accepts ends as accepted',
    { sns: [refused('route')], twilio: [silent] },
    ...([fallsBack, 'Accepted', 0, '0 s sns, 0 s twilio'] as const),
  ],
  [
    'what both refuse is undeliverable',
    { sns: [refused('route')], twilio: [refused('account')] },
    ...([`${fallsBack}, Fall back`, 'Undeliverable', 0, '0 s sns, 0 s twilio'] as const),
  ],
  [
    'a recipient who cannot be texted ends it',
    { sns: [refused('recipient')] },
    ...([stops, 'Undeliverable', 0, '0 s sns'] as const),
  ],
  [
    'what is refused by a code that nobody knows is not sent again',
    { sns: [refused('unclassified')] },
    ...([stops, 'Unknown', 0, '0 s sns'] as const),
  ],
  ['an unknown answer ends it, and nobody sends again', { sns: [unclear] }, stops, 'Unknown', 0, '0 s sns'],
  [
    'an unknown answer after a refusal ends it too',
    { sns: [refused('route')], twilio: [unclear] },
    ...([`${fallsBack}, Fall back`, 'Unknown', 0, '0 s sns, 0 s twilio'] as const),
  ],
  [
    'what SNS throttles is held, and accepted then',
    { sns: [throttled(), silent] },
    ...([`${holds}, Send unawaited`, 'Accepted', 5, '0 s sns, 5 s sns'] as const),
  ],
  [
    'a phone that is off is tried again, as an answer tells',
    { sns: [refused('absent'), silent] },
    ...([`${holds}, Send unawaited`, 'Accepted', 600, '0 s sns, 600 s sns'] as const),
  ],
  [
    'an acceptance that is lost with its function is waited for, and nobody sends again',
    { sns: [{ answer: crash }] },
    ...([`${fallsBack}, Fall back`, 'Unknown', 18, '0 s sns'] as const),
  ],
  [
    'an acceptance counts of which the workflow heard nothing for an error of Lambda',
    { startsFirstSendAfter: 4 },
    ...([holds, 'Accepted', 5, '4 s sns'] as const),
  ],
  [
    'a send that starts twice calls once',
    { sns: [{ answersAfter: 2 }], startsSendAgainAfter: 1 },
    ...([once, 'Accepted', 2, '0 s sns'] as const),
  ],
  [
    'Twilio’s failure before its reply falls back, and its reply does not end it while SNS is asked',
    {
      routing: byTwilioFirst,
      twilio: [{ answersAfter: 5, receipts: { 2: 'route' } }],
      sns: [{ ...refused('account'), answersAfter: 5 }],
    },
    ...([`${fallsBack}, Fall back`, 'Undeliverable', 7, '0 s twilio, 2 s sns'] as const),
  ],
]

it.each(table)('%s', async (_, script, left, ended, seconds, requests) => {
  const delivery = await deliver({ kind, ...script })
  expect(delivery).toMatchObject({ left, ended, seconds, requests, outcome: ended.toLowerCase() })
  await pass(300)
  expect(delivery.record()).toMatchObject({ outcome: ended.toLowerCase() })
  expect(delivery.requests).toBe(requests)
  expect(delivery.calls()).toBe(requests.split(', ').length)
})

it('is sent as what SNS calls promotional', async () => {
  const { texts } = await deliver({ kind })
  expect(texts).toMatchObject([{ isTransactional: false, validForSeconds: 86_400 }])
})

it('rises from accepted to delivered by a late receipt', async () => {
  const delivery = await deliver({ kind, sns: [told('delivered', 900)] })
  expect(delivery).toMatchObject({ ended: 'Accepted', outcome: 'accepted', reason: 'accepted' })
  await pass(900)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered', reason: 'receipt', attempts: [{ status: 'delivered' }] })
  expect(delivery.calls()).toBe(1)
})

it('keeps a late failure, which changes nothing of how it ended', async () => {
  const delivery = await deliver({ kind, sns: [told('absent', 900)] })
  await pass(900)
  expect(delivery.record()).toMatchObject({
    outcome: 'accepted',
    attempts: [{ status: 'undelivered', failure: { class: 'absent' } }],
  })
  expect(delivery.calls()).toBe(1)
})

it('rises from unknown to delivered, where the unknown answer was an acceptance', async () => {
  const delivery = await deliver({ kind, routing: byTwilioFirst, twilio: [{ ...unclear, receipts: { 60: 'delivered' } }] })
  expect(delivery).toMatchObject({ ended: 'Unknown' })
  await pass(60)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered' })
})

it('ends as delivered in the records where the receipt overtook the answer', async () => {
  const early = { answersAfter: 5, receipts: { 2: 'delivered' } } as const
  const delivery = await deliver({ kind, routing: byTwilioFirst, twilio: [early] })
  expect(delivery).toMatchObject({ ended: 'Accepted', seconds: 2, outcome: 'delivered' })
  await pass(5)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered' }] })
})

it('is told by the record where send died before it could tell its task', async () => {
  const delivery = await deliver({ kind, send: { settle: lambdaFails } })
  expect(delivery).toMatchObject({ left: stops, ended: 'Accepted', outcome: 'accepted', requests: '0 s sns' })
})

it('is not sent again by a redrive, which ends as accepted too', async () => {
  const delivery = await deliver({ kind, sns: [{ answersAfter: 5 }], abortAfter: 2 })
  expect(delivery).toMatchObject({ ended: 'stopped', outcome: undefined })
  await pass(5)
  expect(delivery.record()).toMatchObject({ outcome: 'accepted' })
  expect(await delivery.redrive()).toMatchObject({ left: 'Send unawaited', ended: 'Accepted' })
  expect(delivery.calls()).toBe(1)
})

it('awaits its receipts in a deployment that says so', async () => {
  const kinds = kindsWith({ marketing: { awaitsReceipt: true, receiptWaitSeconds: 60 } })
  const delivered = await deliver({ kind, routing: { kinds }, sns: [told('delivered', 7)] })
  expect(delivered).toMatchObject({ left: 'Validate, Send', ended: 'Delivered', seconds: 7 })
  const quiet = await deliver({ kind, routing: { kinds } })
  expect(quiet).toMatchObject({ left: 'Validate, Send, Fall back', ended: 'Unknown', seconds: 60, requests: '0 s sns' })
})
