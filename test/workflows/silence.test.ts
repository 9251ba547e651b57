import { afterEach, expect, it, vi } from 'vitest'
import { accepted } from '../builders/an-answer.ts'
import { atNoon } from '../builders/noon.ts'
import { deliver, pass, type Script } from './deliver.ts'
import { silent, told, unclear } from './fates.ts'

/** Silence and unknown answers: a text that may have been sent is sent again only where its kind says so, and once. */

afterEach(() => {
  vi.useRealTimers()
})

const byTwilioFirst: Script['routing'] = {
  carriers: {
    verification: ['twilio', 'sns'],
    order: ['twilio', 'sns'],
    payment: ['twilio', 'sns'],
    logistics: ['twilio', 'sns'],
    membership: ['twilio', 'sns'],
    marketing: ['twilio', 'sns'],
  },
}

const once = 'Validate, Send'
const stops = 'Validate, Send, Fall back'
const fallsBack = 'Validate, Send, Fall back, Send'
const bothFail = 'Validate, Send, Fall back, Send, Fall back'

const table: readonly [name: string, script: Script, left: string, ended: string, seconds: number, requests: string][] = [
  [
    'a code of which Twilio tells nothing for 20 s arrives by SNS',
    { kind: 'verification', twilio: [silent], sns: [told('delivered')] },
    ...([fallsBack, 'Delivered', 23, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'an order of which SNS tells nothing for half an hour arrives by Twilio',
    { sns: [silent], twilio: [told('delivered')] },
    ...([fallsBack, 'Delivered', 1_803, '0 s sns, 1800 s twilio'] as const),
  ],
  [
    'a text that only left the network is silence all the same',
    { kind: 'verification', twilio: [told('sent')], sns: [told('delivered')] },
    ...([fallsBack, 'Delivered', 23, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'a payment of which nothing is heard is never sent again',
    { kind: 'payment', sns: [silent], twilio: [told('delivered')] },
    ...([stops, 'Unknown', 600, '0 s sns'] as const),
  ],
  [
    'a code of which neither carrier tells anything is sent twice at most',
    { kind: 'verification' },
    ...([bothFail, 'Unknown', 110, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'an order of which neither carrier tells anything is sent twice at most',
    {},
    ...([bothFail, 'Unknown', 3_600, '0 s sns, 1800 s twilio'] as const),
  ],
  [
    'a parcel notice of which neither carrier tells anything is sent twice at most',
    { kind: 'logistics' },
    ...([bothFail, 'Unknown', 3_600, '0 s sns, 1800 s twilio'] as const),
  ],
  [
    'a silence that lasts until the validity ends is waited for until then, and nobody else asked',
    { notification: { expiresAt: atNoon(120) } },
    ...([stops, 'Unknown', 120, '0 s sns'] as const),
  ],
  [
    'the second wait is cut by the validity',
    { notification: { expiresAt: atNoon(2_000) } },
    ...([bothFail, 'Unknown', 2_000, '0 s sns, 1800 s twilio'] as const),
  ],
  [
    'an unknown answer to a code lets SNS send it at once',
    { kind: 'verification', twilio: [unclear], sns: [told('delivered')] },
    ...([fallsBack, 'Delivered', 3, '0 s twilio, 0 s sns'] as const),
  ],
  [
    'an unknown answer to a code that had left Twilio by then is waited on, and SNS sends it after that',
    { kind: 'verification', twilio: [{ ...unclear, answersAfter: 5, receipts: { 2: 'sent' } }], sns: [told('delivered')] },
    ...([fallsBack, 'Delivered', 23, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'a code that had left Twilio before its unknown answer is ended by its receipt',
    { kind: 'verification', twilio: [{ ...unclear, answersAfter: 5, receipts: { 2: 'sent', 12: 'delivered' } }] },
    ...([once, 'Delivered', 12, '0 s twilio'] as const),
  ],
  [
    'an unknown answer to an order is waited on for half an hour, and then Twilio sends it',
    { sns: [unclear], twilio: [told('delivered')] },
    ...([fallsBack, 'Delivered', 1_803, '0 s sns, 1800 s twilio'] as const),
  ],
  [
    'an unknown answer to an order is resolved by the receipt that names its attempt',
    { routing: byTwilioFirst, twilio: [{ ...unclear, receipts: { 200: 'delivered' } }] },
    ...([once, 'Delivered', 200, '0 s twilio'] as const),
  ],
  [
    'two unknown answers to a code end it, with two texts at most',
    { kind: 'verification', twilio: [unclear], sns: [unclear] },
    ...([bothFail, 'Unknown', 0, '0 s twilio, 0 s sns'] as const),
  ],
  [
    'an unknown answer to a payment is waited on, and no other carrier asked',
    { kind: 'payment', sns: [unclear] },
    ...([stops, 'Unknown', 600, '0 s sns'] as const),
  ],
  [
    'an unknown answer to a payment is resolved by the receipt that names its attempt',
    { kind: 'payment', routing: byTwilioFirst, twilio: [{ ...unclear, receipts: { 200: 'delivered' } }] },
    ...([once, 'Delivered', 200, '0 s twilio'] as const),
  ],
  [
    'a payment of unknown answer falls back once its receipt says that it did not arrive',
    {
      kind: 'payment',
      routing: byTwilioFirst,
      twilio: [{ ...unclear, receipts: { 200: 'route' } }],
      sns: [told('delivered')],
    },
    ...([fallsBack, 'Delivered', 203, '0 s twilio, 200 s sns'] as const),
  ],
]

it.each(table)('%s', async (_, script, left, ended, seconds, requests) => {
  const delivery = await deliver(script)
  expect(delivery).toMatchObject({ left, ended, seconds, requests, outcome: ended.toLowerCase() })
  expect(new Set(delivery.texts.map(({ text }) => text)).size).toBe(1)
})

it('raises a silent payment to delivered when its receipt comes at last, a day later', async () => {
  const delivery = await deliver({ kind: 'payment', sns: [told('delivered', 86_400)] })
  expect(delivery).toMatchObject({ left: stops, ended: 'Unknown', seconds: 600, outcome: 'unknown', reason: 'no-receipt' })
  await pass(86_400)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered', reason: 'receipt', attempts: [{ answer: accepted() }] })
  expect(delivery.calls()).toBe(1)
})

it('keeps the outcome when a failure is told after the end, and raises it for a delivery after that', async () => {
  const delivery = await deliver({ kind: 'payment', sns: [{ receipts: { 700: 'recipient', 800: 'delivered' } }] })
  await pass(100)
  expect(delivery.record()).toMatchObject({ outcome: 'unknown', attempts: [{ status: 'undelivered' }] })
  await pass(100)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered' }] })
})

it('raises an outcome by the first carrier’s receipt, though the second was asked as well', async () => {
  const delivery = await deliver({ kind: 'verification', twilio: [told('delivered', 200)] })
  expect(delivery).toMatchObject({ left: bothFail, ended: 'Unknown', seconds: 110 })
  await pass(90)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered' }, { status: 'accepted' }] })
})
