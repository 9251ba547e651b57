import { afterEach, expect, it, vi } from 'vitest'
import { type Recipient, stranger } from '../../functions/recipient/recipient.ts'
import { recordConsent } from '../../functions/recipient/record-consent.ts'
import { suppress } from '../../functions/recipient/suppress.ts'
import { aConsent, aStatement } from '../builders/a-recipient.ts'
import { afterNoon, atNoon } from '../builders/noon.ts'
import { deliver, type Script } from './deliver.ts'
import { refused, silent, told } from './fates.ts'
import { seconds } from './scripted-carriers.ts'

afterEach(() => {
  vi.useRealTimers()
})

const marketing = { kind: 'marketing', sns: [silent] } as const
const order = { sns: [told('delivered')] } as const
const inLondon = { timeZone: 'Europe/London' }
const consenting = recordConsent(stranger, aConsent())
const stopping = (recipient: Recipient) => suppress(recipient, 'marketing', aStatement())
const until = (hour: string, from = '11:00') => ({ default: { from, to: hour }, countries: {} })
/** Somebody who says something in the course of the test. */
const changing = (before: Recipient, after: Recipient, second: number) => () =>
  Date.now() < afterNoon(second).getTime() ? before : after
const codes = (count: number) => ({
  ...stranger,
  frequency: { verification: Array.from({ length: count }, (_, index) => ({ id: `code-${index}`, at: atNoon(-60) })) },
})

const held = 'Validate, Hold until due, Validate'

const table: readonly [
  name: string,
  script: Script,
  left: string,
  ended: string,
  reason: string | undefined,
  requests: string,
][] = [
  [
    'marketing is held at night, and goes in the morning',
    { ...marketing, notification: inLondon, policy: { quietHours: until('13:00') } },
    ...([`${held}, Send unawaited`, 'Accepted', 'accepted', '3600 s sns'] as const),
  ],
  [
    'a code goes at night too',
    { kind: 'verification', twilio: [told('delivered')], notification: inLondon, policy: { quietHours: until('13:00') } },
    ...(['Validate, Send', 'Delivered', 'receipt', '0 s twilio'] as const),
  ],
  [
    'marketing goes to nobody who opted out of it',
    { ...marketing, policy: { recipient: stopping(consenting) } },
    ...(['Validate', 'Suppressed', 'opted-out-of-marketing', ''] as const),
  ],
  [
    'an order goes to who opted out of marketing alone',
    { ...order, policy: { recipient: stopping(stranger) } },
    ...(['Validate, Send', 'Delivered', 'receipt', '0 s sns'] as const),
  ],
  [
    'nothing goes to who opted out of everything',
    { ...order, policy: { recipient: suppress(stranger, 'all', aStatement()) } },
    ...(['Validate', 'Suppressed', 'opted-out-of-all', ''] as const),
  ],
  [
    'marketing goes to nobody who never agreed',
    { ...marketing, policy: { recipient: stranger } },
    ...(['Validate', 'Suppressed', 'no-consent', ''] as const),
  ],
  [
    'whoever says stop while their text is held gets none',
    {
      ...marketing,
      notification: inLondon,
      policy: { quietHours: until('13:00'), recipientNow: changing(consenting, stopping(consenting), 1_800) },
    },
    ...([held, 'Suppressed', 'opted-out-of-marketing', ''] as const),
  ],
  [
    'whoever says stop between Validate and arming gets none',
    {
      ...order,
      beforeSend: { 1: () => seconds(5) },
      policy: { recipientNow: changing(stranger, suppress(stranger, 'all', aStatement()), 1) },
    },
    ...(['Validate, Send, Fall back', 'Suppressed', 'opted-out-of-all', ''] as const),
  ],
  [
    'whoever says stop before a fall-back gets no second text',
    {
      sns: [refused('route')],
      beforeSend: { 2: () => seconds(5) },
      policy: { recipientNow: changing(stranger, suppress(stranger, 'all', aStatement()), 1) },
    },
    ...(['Validate, Send, Fall back, Send, Fall back', 'Suppressed', 'opted-out-of-all', '0 s sns'] as const),
  ],
  [
    'a night that begins between Validate and arming is waited for, and nobody falls back',
    {
      ...order,
      notification: inLondon,
      beforeSend: { 1: () => seconds(90) },
      policy: { overrides: { order: { keepsQuietHours: true } }, quietHours: until('13:00', '12:01') },
    },
    ...(['Validate, Send, Fall back, Hold until due, Validate, Send', 'Delivered', 'receipt', '3690 s sns'] as const),
  ],
  [
    'what is to go later is held until then, free of charge',
    { ...order, notification: { sendAfter: atNoon(7_200) } },
    ...([`${held}, Send`, 'Delivered', 'receipt', '7200 s sns'] as const),
  ],
  [
    'what would go only when it is of no use any more expires at once',
    { ...marketing, notification: { ...inLondon, expiresAt: atNoon(1_800) }, policy: { quietHours: until('13:00') } },
    ...(['Validate', 'Expired', 'quiet-hours', ''] as const),
  ],
  [
    'the sixth code in ten minutes is not sent',
    { kind: 'verification', policy: { recipient: codes(5) } },
    ...(['Validate', 'Suppressed', 'too-frequent', ''] as const),
  ],
  [
    'nothing goes that the day’s budget has no room for',
    { ...order, policy: { reserved: 20_000 } },
    ...(['Validate', 'Rejected', 'budget-exhausted', ''] as const),
  ],
  [
    'a budget that is spent between Validate and arming is not overshot',
    { ...order, policy: { reserved: 20_000 }, validate: { readBudget: async () => ({ parts: 0, microUsd: 0 }) } },
    ...(['Validate, Send, Fall back', 'Rejected', 'budget-exhausted', ''] as const),
  ],
]

it.each(table)('%s', async (_, script, left, ended, reason, requests) => {
  const delivery = await deliver(script)
  expect(delivery).toMatchObject({ left, ended, reason, requests })
  expect(delivery.record()?.policy?.length).toBeGreaterThan(0)
})
