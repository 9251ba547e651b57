import { afterEach, expect, it, vi } from 'vitest'
import { aDrain } from '../builders/a-drain.ts'
import { atNoon } from '../builders/noon.ts'
import { deliver, type Script } from './deliver.ts'
import { refused, silent, throttled, told } from './fates.ts'

/** What becomes of a text while operators drain carriers. A code goes to Twilio and then SNS, all else the other way. */

afterEach(() => {
  vi.useRealTimers()
})

const delivered = { sns: [told('delivered')], twilio: [told('delivered')] } as const
const code = { kind: 'verification', ...delivered } as const
const order = delivered
const quietUntilOne = {
  kind: 'marketing',
  notification: { timeZone: 'Europe/London' },
  policy: { quietHours: { default: { from: '11:00', to: '13:00' }, countries: {} } },
} as const

type Row = readonly [name: string, script: Script, left: string, ended: string, requests: string]

const table: readonly Row[] = [
  ['a drained carrier is left out', { ...code, drains: [aDrain('twilio')] }, 'Validate, Send', 'Delivered', '0 s sns'],
  [
    'a carrier that is drained for another country is not',
    { ...code, drains: [aDrain('twilio', { country: 'DE' })] },
    'Validate, Send',
    'Delivered',
    '0 s twilio',
  ],
  [
    'nor one whose drain has ended',
    { ...code, drains: [aDrain('twilio', { until: atNoon() })] },
    'Validate, Send',
    'Delivered',
    '0 s twilio',
  ],
  [
    'with all of them drained the first sends: better than nobody',
    { ...code, drains: [aDrain('twilio'), aDrain('sns')] },
    'Validate, Send',
    'Delivered',
    '0 s twilio',
  ],
  [
    'an attempt that is under way is not called back',
    { ...code, twilio: [told('delivered', 10)], steering: { 5: [aDrain('twilio')] } },
    'Validate, Send',
    'Delivered',
    '0 s twilio',
  ],
  [
    'the second carrier is drained while the first is waited for, and the text goes by it all the same: no other is left',
    { ...code, twilio: [silent], steering: { 5: [aDrain('sns')] } },
    'Validate, Send, Fall back, Send',
    'Delivered',
    '0 s twilio, 20 s sns',
  ],
  [
    'a carrier that throttles and is drained is left at once',
    { ...order, sns: [{ ...throttled(), answersAfter: 2 }], steering: { 1: [aDrain('sns')] } },
    'Validate, Send, Fall back, Send',
    'Delivered',
    '0 s sns, 2 s twilio',
  ],
  [
    'one that is drained while a throttled text is held gives way to the next',
    { ...order, sns: [throttled()], steering: { 2: [aDrain('sns')] } },
    'Validate, Send, Fall back, Hold until due, Validate, Send',
    'Delivered',
    '0 s sns, 5 s twilio',
  ],
  [
    'one that is drained while the phone is off gives way to the next',
    { ...order, sns: [told('absent')], steering: { 60: [aDrain('sns')] } },
    'Validate, Send, Fall back, Hold until due, Validate, Send',
    'Delivered',
    '0 s sns, 603 s twilio',
  ],
  [
    'one that was tried before does not come again for a drain: the other sends, drained as it is',
    {
      ...order,
      sns: [refused('route')],
      twilio: [throttled(), told('delivered')],
      steering: { 2: [aDrain('twilio')] },
    },
    'Validate, Send, Fall back, Send, Fall back, Hold until due, Validate, Send',
    'Delivered',
    '0 s sns, 0 s twilio, 5 s twilio',
  ],
  [
    'what is held at night goes in the morning by who may be sent by then',
    { ...quietUntilOne, drains: [aDrain('sns', { until: atNoon(1_800) })] },
    'Validate, Hold until due, Validate, Send unawaited',
    'Accepted',
    '3600 s sns',
  ],
  [
    'and by another where one was drained meanwhile',
    { ...quietUntilOne, steering: { 600: [aDrain('sns')] } },
    'Validate, Hold until due, Validate, Send unawaited',
    'Accepted',
    '3600 s twilio',
  ],
]

it.each(table)('%s', async (_, script, left, ended, requests) => {
  const { requests: made, ...run } = await deliver(script)
  expect({ left: run.left, ended: run.ended, requests: made }).toEqual({ left, ended, requests })
})

it('the decision says who was drained, also where the text went by one of them', async () => {
  const out = await deliver({ ...code, drains: [aDrain('twilio')] })
  expect(out.record()?.next).toMatchObject({ carrier: 'sns', drained: ['twilio'] })
  const all = await deliver({ ...code, drains: [aDrain('twilio'), aDrain('sns')] })
  expect(all.record()?.next).toMatchObject({ carrier: 'twilio', drained: ['twilio', 'sns'] })
  const none = await deliver(code)
  expect(none.record()?.next).not.toHaveProperty('drained')
})
