import { afterEach, expect, it, vi } from 'vitest'
import { deliver, pass, type Script } from './deliver.ts'
import { refused, silent, told } from './fates.ts'

/** Whatever comes too early, too late, twice or contradicts: the list of requests stays short and no delivery is lost. */

afterEach(() => {
  vi.useRealTimers()
})

const fallsBack = 'Validate, Send, Fall back, Send'
const code = { kind: 'verification' } as const

const table: readonly [name: string, script: Script, left: string, ended: string, seconds: number, requests: string][] = [
  [
    'a late delivery of the first attempt ends the wait for the second',
    { ...code, twilio: [told('delivered', 40)], sns: [silent] },
    ...([fallsBack, 'Delivered', 40, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'so it does where SNS was first',
    { sns: [told('delivered', 2_000)], twilio: [silent] },
    ...([fallsBack, 'Delivered', 2_000, '0 s sns, 1800 s twilio'] as const),
  ],
  [
    'a delivery between the decision for a second attempt and its arming stops its request',
    { ...code, twilio: [silent], beforeSend: { 2: (tell) => tell(1, 'delivered') } },
    ...([fallsBack, 'Delivered', 20, '0 s twilio'] as const),
  ],
  [
    'so does one that SNS tells of',
    { sns: [silent], beforeSend: { 2: (tell) => tell(1, 'delivered') } },
    ...([fallsBack, 'Delivered', 1_800, '0 s sns'] as const),
  ],
  [
    'a delivery while the second attempt is being called ends the wait at once',
    { ...code, twilio: [told('delivered', 22)], sns: [{ answersAfter: 5 }] },
    ...([fallsBack, 'Delivered', 22, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'a failure between decision and arming changes nothing: the second attempt goes on',
    { ...code, twilio: [silent], sns: [told('delivered')], beforeSend: { 2: (tell) => tell(1, 'recipient') } },
    ...([fallsBack, 'Delivered', 23, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'SNS’s delivery before its reply is parked, and met when the reply comes',
    { sns: [{ answersAfter: 5, receipts: { 2: 'delivered' } }] },
    ...(['Validate, Send', 'Delivered', 5, '0 s sns'] as const),
  ],
  [
    'SNS’s failure before its reply is parked too, and falls back when the reply comes',
    { sns: [{ answersAfter: 5, receipts: { 2: 'route' } }], twilio: [told('delivered')] },
    ...([fallsBack, 'Delivered', 8, '0 s sns, 5 s twilio'] as const),
  ],
  [
    'Twilio’s delivery before its reply needs no rendezvous',
    { ...code, twilio: [{ answersAfter: 5, receipts: { 2: 'delivered' } }] },
    ...(['Validate, Send', 'Delivered', 2, '0 s twilio'] as const),
  ],
  [
    'Twilio’s failure before its reply falls back at once, and the reply comes while the second attempt waits',
    { ...code, twilio: [{ answersAfter: 5, receipts: { 2: 'route' } }], sns: [told('delivered', 10)] },
    ...([fallsBack, 'Delivered', 12, '0 s twilio, 2 s sns'] as const),
  ],
  [
    'Twilio’s failure before its reply is not undone by the reply',
    { ...code, twilio: [{ answersAfter: 5, receipts: { 2: 'route' } }], sns: [told('account', 10)] },
    ...([`${fallsBack}, Fall back`, 'Undeliverable', 12, '0 s twilio, 2 s sns'] as const),
  ],
  [
    'a delivery that is told before and after the reply counts once',
    { ...code, twilio: [{ answersAfter: 5, receipts: { 2: 'delivered', 7: 'delivered' } }] },
    ...(['Validate, Send', 'Delivered', 2, '0 s twilio'] as const),
  ],
  [
    'a carrier that says undelivered and then delivered is believed, and the second wait is over',
    { ...code, twilio: [{ receipts: { 3: 'route', 10: 'delivered' } }], sns: [silent] },
    ...([fallsBack, 'Delivered', 10, '0 s twilio, 3 s sns'] as const),
  ],
  [
    'a carrier that says delivered while its phone is held as absent is believed, and no one is texted again',
    { sns: [{ receipts: { 3: 'absent', 100: 'delivered' } }] },
    ...(['Validate, Send, Fall back, Hold until due, Validate', 'Delivered', 603, '0 s sns'] as const),
  ],
  [
    'an undelivered receipt of the first attempt changes nothing while the second is waited for',
    { ...code, twilio: [told('route', 40)], sns: [told('delivered', 60)] },
    ...([fallsBack, 'Delivered', 80, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'nor does it where the second stays silent: two texts, and unknown',
    { ...code, twilio: [told('recipient', 40)], sns: [silent] },
    ...([`${fallsBack}, Fall back`, 'Unknown', 110, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'both attempts fail by receipt, the first of them last, and nothing is left unknown',
    { ...code, twilio: [told('route', 40)], sns: [told('account', 20)] },
    ...([`${fallsBack}, Fall back`, 'Undeliverable', 40, '0 s twilio, 20 s sns'] as const),
  ],
]

it.each(table)('%s', async (_, script, left, ended, seconds, requests) => {
  const delivery = await deliver(script)
  expect(delivery).toMatchObject({ left, ended, seconds, requests, outcome: ended.toLowerCase() })
  await pass(300)
  expect(delivery.record()).toMatchObject({ outcome: ended.toLowerCase() })
  expect(delivery.requests).toBe(requests)
  expect(delivery.calls()).toBe(requests.split(', ').length)
})

it('keeps a delivery, whatever contradicts it later', async () => {
  const delivery = await deliver({ ...code, twilio: [{ receipts: { 3: 'delivered', 5: 'recipient', 6: 'sent' } }] })
  expect(delivery).toMatchObject({ left: 'Validate, Send', ended: 'Delivered', seconds: 3 })
  await pass(60)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered' }] })
})

it('raises undeliverable to delivered, with nobody asked again', async () => {
  const delivery = await deliver({ sns: [{ receipts: { 3: 'recipient', 60: 'delivered' } }] })
  expect(delivery).toMatchObject({ left: 'Validate, Send, Fall back', ended: 'Undeliverable', outcome: 'undeliverable' })
  await pass(60)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
  expect(delivery.calls()).toBe(1)
})

it('takes a late delivery of either attempt once both were refused by receipt', async () => {
  const delivery = await deliver({ sns: [told('route')], twilio: [{ receipts: { 3: 'account', 900: 'delivered' } }] })
  expect(delivery).toMatchObject({ ended: 'Undeliverable', requests: '0 s sns, 3 s twilio' })
  await pass(900)
  expect(delivery.record()).toMatchObject({
    outcome: 'delivered',
    attempts: [{ status: 'undelivered' }, { status: 'delivered' }],
  })
})

it('leaves a carrier that refused alone, however often the other one fails', async () => {
  const delivery = await deliver({ sns: [refused('account')], twilio: [told('absent')] })
  expect(delivery).toMatchObject({ ended: 'Undeliverable', requests: '0 s sns, 0 s twilio, 603 s twilio, 4206 s twilio' })
})
