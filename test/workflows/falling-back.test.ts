import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Failure } from '../../functions/notification/failure.ts'
import { atNoon } from '../builders/noon.ts'
import { deliver, type Script } from './deliver.ts'
import { refused, silent, throttled, told } from './fates.ts'

/** Known failures. A code goes to Twilio and then SNS, all else the other way; the truth is the carriers' list of requests. */

afterEach(() => {
  vi.useRealTimers()
})

const holding = 'Send, Fall back, Hold until due, Validate'
const carriersOf = {
  verification: { first: 'twilio', second: 'sns' },
  order: { first: 'sns', second: 'twilio' },
  payment: { first: 'sns', second: 'twilio' },
} as const

describe('what follows when the first carrier fails', () => {
  const stops = (ended: string) => () => ({ left: 'Validate, Send, Fall back', ended, carriers: ['first'] as const, after: 0 })
  const undeliverable = stops('Undeliverable')
  const next = () => ({
    left: 'Validate, Send, Fall back, Send',
    ended: 'Delivered',
    carriers: ['first', 'second'] as const,
    after: 0,
  })
  const again = (after: number) => () => ({
    left: `Validate, ${holding}, Send`,
    ended: 'Delivered',
    carriers: ['first', 'first'] as const,
    after,
  })

  const rows = {
    recipient: [undeliverable, undeliverable, undeliverable],
    absent: [undeliverable, again(600), again(600)],
    request: [undeliverable, undeliverable, undeliverable],
    content: [next, next, next],
    route: [next, next, next],
    account: [next, next, next],
    throttled: [again(5), again(5), again(5)],
    unclassified: [next, next, stops('Unknown')],
  } satisfies Record<Failure['class'], unknown>
  const kinds = ['verification', 'order', 'payment'] as const
  const table = Object.entries(rows).flatMap(([failureClass, expected]) =>
    kinds.flatMap((kind, i) => {
      const { left, ended, carriers, after } = (expected[i] ?? next)()
      return (['answer', 'receipt'] as const).map((by) => {
        const failed = by === 'answer' ? 0 : 3
        const requests = carriers.map((which, n) => `${n * (failed + after)} s ${carriersOf[kind][which]}`).join(', ')
        return { failureClass: failureClass as Failure['class'], kind, by, left, ended, requests }
      })
    }),
  )

  it.each(table)(
    '$failureClass by $by, of kind $kind: $left and then $ended, after $requests',
    async ({ failureClass, kind, by, ...expected }) => {
      const { first, second } = carriersOf[kind]
      const failing = by === 'answer' ? refused(failureClass) : told(failureClass)
      const delivery = await deliver({ kind, [first]: [failing, told('delivered')], [second]: [told('delivered')] })
      expect(delivery).toMatchObject({ ...expected, outcome: expected.ended.toLowerCase() })
    },
  )
})

const again = (times: number) => Array.from({ length: times }, () => holding).join(', ')

type Row = readonly [name: string, script: Script, left: string, ended: string, requests: string, reason: string]

const throttling: readonly Row[] = [
  [
    'twice: the same carrier after 5 s and 15 s',
    { sns: [throttled(), throttled(), told('delivered')] },
    `Validate, ${again(2)}, Send`,
    'Delivered',
    '0 s sns, 5 s sns, 20 s sns',
    'receipt',
  ],
  [
    'three times: the other carrier at once',
    { sns: [throttled()], twilio: [told('delivered')] },
    `Validate, ${again(2)}, Send, Fall back, Send`,
    'Delivered',
    '0 s sns, 5 s sns, 20 s sns, 20 s twilio',
    'receipt',
  ],
  [
    'of a code, three times: SNS at once',
    { kind: 'verification', twilio: [throttled()], sns: [told('delivered')] },
    `Validate, ${again(2)}, Send, Fall back, Send`,
    'Delivered',
    '0 s twilio, 5 s twilio, 20 s twilio, 20 s sns',
    'receipt',
  ],
  [
    'of a payment, three times, which is no silence: the other carrier at once',
    { kind: 'payment', sns: [throttled()], twilio: [told('delivered')] },
    `Validate, ${again(2)}, Send, Fall back, Send`,
    'Delivered',
    '0 s sns, 5 s sns, 20 s sns, 20 s twilio',
    'receipt',
  ],
  [
    'by receipt, three times, each told after 3 s: the other carrier',
    { sns: [told('throttled')], twilio: [told('delivered')] },
    `Validate, ${again(2)}, Send, Fall back, Send`,
    'Delivered',
    '0 s sns, 8 s sns, 26 s sns, 29 s twilio',
    'receipt',
  ],
  [
    'with Retry-After: held by that and the back-off, each time',
    { kind: 'verification', twilio: [throttled(40), throttled(60), told('delivered')] },
    `Validate, ${again(2)}, Send`,
    'Delivered',
    '0 s twilio, 45 s twilio, 120 s twilio',
    'receipt',
  ],
  [
    'with a Retry-After above a minute: the other carrier at once',
    { kind: 'verification', twilio: [throttled(61)], sns: [told('delivered')] },
    'Validate, Send, Fall back, Send',
    'Delivered',
    '0 s twilio, 0 s sns',
    'receipt',
  ],
  [
    'with a Retry-After above a minute, the other carrier refusing: the first again, after a minute and the back-off',
    { sns: [throttled(120), told('delivered')], twilio: [refused('route')] },
    `Validate, Send, Fall back, ${holding}, Send`,
    'Delivered',
    '0 s sns, 0 s twilio, 65 s sns',
    'receipt',
  ],
  [
    'by both of a code, all the time: the first again and again, as long as it can be waited for',
    { kind: 'verification', twilio: [throttled()], sns: [throttled()] },
    `Validate, ${again(2)}, Send, Fall back, ${again(5)}, Send, Fall back`,
    'Undeliverable',
    '0 s twilio, 5 s twilio, 20 s twilio, 20 s sns, 25 s sns, 40 s sns, 70 s twilio, 130 s twilio, 250 s twilio',
    'too-many-requests',
  ],
]

it.each(throttling)('throttled %s', async (_, script, left, ended, requests, reason) => {
  const delivery = await deliver(script)
  expect(delivery).toMatchObject({ left, ended, requests, outcome: ended.toLowerCase(), reason })
})

it('jitters a back-off over its whole span, after what the carrier asked for', async () => {
  const script = { sns: [throttled(), throttled(7), told('delivered')], random: 0.5 } as const
  expect((await deliver(script)).requests).toBe('0 s sns, 3 s sns, 18 s sns')
})

const others: readonly Row[] = [
  [
    'a phone that is off for an hour gets its notice after 10 min and an hour',
    { sns: [told('absent'), told('absent'), told('delivered')] },
    `Validate, ${again(2)}, Send`,
    'Delivered',
    '0 s sns, 603 s sns, 4206 s sns',
    'receipt',
  ],
  [
    'a phone that stays off is given up at the third time, the other carrier not asked',
    { sns: [told('absent')] },
    `Validate, ${again(2)}, Send, Fall back`,
    'Undeliverable',
    '0 s sns, 603 s sns, 4206 s sns',
    'unreachable',
  ],
  [
    'a payment to a phone that is off is held and tried again: it is known not to have arrived',
    { kind: 'payment', sns: [told('absent'), told('delivered')] },
    `Validate, ${again(1)}, Send`,
    'Delivered',
    '0 s sns, 603 s sns',
    'receipt',
  ],
  [
    'a phone that is off is not waited for past the validity',
    { notification: { expiresAt: atNoon(600) }, sns: [told('absent')] },
    'Validate, Send, Fall back',
    'Undeliverable',
    '0 s sns',
    'unreachable',
  ],
  [
    'both carriers refuse, and nothing is left to try',
    { sns: [refused('account')], twilio: [refused('route')] },
    'Validate, Send, Fall back, Send, Fall back',
    'Undeliverable',
    '0 s sns, 0 s twilio',
    'route',
  ],
  [
    'both carriers take a code for spam, and it is not tried a third time',
    { kind: 'verification', twilio: [told('content')], sns: [told('content')] },
    'Validate, Send, Fall back, Send, Fall back',
    'Undeliverable',
    '0 s twilio, 3 s sns',
    'spam',
  ],
  [
    'one carrier refuses and the other stays silent: the text may have arrived',
    { sns: [refused('route')], twilio: [silent] },
    'Validate, Send, Fall back, Send, Fall back',
    'Unknown',
    '0 s sns, 0 s twilio',
    'no-receipt',
  ],
  [
    'one stays silent and the other knows the recipient as opted out',
    { kind: 'verification', twilio: [silent], sns: [refused('recipient')] },
    'Validate, Send, Fall back, Send, Fall back',
    'Unknown',
    '0 s twilio, 20 s sns',
    'recipient',
  ],
]

it.each(others)('%s', async (_, script, left, ended, requests, reason) => {
  const delivery = await deliver(script)
  expect(delivery).toMatchObject({ left, ended, requests, outcome: ended.toLowerCase(), reason })
})
