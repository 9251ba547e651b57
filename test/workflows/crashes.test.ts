import { afterEach, expect, it, vi } from 'vitest'
import { aPerson } from '../builders/a-person.ts'
import { deliver, pass, type Script } from './deliver.ts'
import { crash, refused, throttled, told } from './fates.ts'
import { seconds } from './scripted-carriers.ts'

/** Functions that die or start twice: nobody calls for an attempt that was armed before. */

afterEach(() => {
  vi.useRealTimers()
})

/** Dies at its first call only, or does what is given. */
const once = <Args extends unknown[], Result>(then: (...args: Args) => Result, first: () => Result = crash) => {
  let calls = 0
  return (...args: Args): Result => (++calls === 1 ? first() : then(...args))
}

const stops = 'Validate, Send, Fall back'
const fallsBack = `${stops}, Send`
const awaits = `${stops}, Send, Fall back` // the second Send takes the wait over
const dead = { answer: crash }
const payment = { kind: 'payment' } as const
const code = { kind: 'verification' } as const

type Row = readonly [name: string, script: Script, left: string, ended: string, seconds: number, requests: string]

const table: readonly Row[] = [
  [
    'dies after arming and before the call of an order: as silence, the next carrier sends at the deadline',
    { send: { senderOf: once(() => ({})) }, twilio: [told('delivered')] },
    ...([`${awaits}, Send`, 'Delivered', 1_803, '1800 s twilio'] as const),
  ],
  [
    'dies after arming and before the call of a payment: unknown at the deadline, since nobody can tell',
    { ...payment, send: { senderOf: once(() => ({})) } },
    ...([awaits, 'Unknown', 600, ''] as const),
  ],
  [
    'dies after Twilio accepted a code: SNS sends at the deadline',
    { ...code, twilio: [dead], sns: [told('delivered')] },
    ...([`${awaits}, Send`, 'Delivered', 23, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'dies after SNS accepted a code’s second attempt: two texts at most',
    { ...code, twilio: [refused('route')], sns: [dead] },
    ...([`${fallsBack}, Fall back, Send, Fall back`, 'Unknown', 90, '0 s twilio, 0 s sns'] as const),
  ],
  ...(['order', 'logistics', 'membership'] as const).map(
    (kind): Row => [
      `dies after SNS accepted a text of kind ${kind}: the next carrier sends once, at the deadline`,
      { kind, sns: [dead], twilio: [told('delivered')] },
      ...([`${awaits}, Send`, 'Delivered', 1_803, '0 s sns, 1800 s twilio'] as const),
    ],
  ),
  [
    'dies each time that a carrier has accepted: two texts and no more',
    { sns: [dead], twilio: [dead] },
    ...([`${awaits}, Send, Fall back, Send, Fall back`, 'Unknown', 3_600, '0 s sns, 1800 s twilio'] as const),
  ],
  [
    'dies after SNS accepted a payment: it is not sent again',
    { ...payment, sns: [dead] },
    ...([awaits, 'Unknown', 600, '0 s sns'] as const),
  ],
  [
    'dies some seconds after the call: what is left of the wait is awaited, and no more',
    { ...payment, sns: [{ ...dead, answersAfter: 7 }] },
    ...([awaits, 'Unknown', 600, '0 s sns'] as const),
  ],
  [
    'dies 6 s before the deadline: they are awaited',
    { ...code, twilio: [{ ...dead, answersAfter: 14 }], sns: [told('delivered')] },
    ...([`${awaits}, Send`, 'Delivered', 23, '0 s twilio, 20 s sns'] as const),
  ],
  [
    'dies 5 s before the deadline: the next carrier sends at once',
    { ...code, twilio: [{ ...dead, answersAfter: 15 }], sns: [told('delivered')] },
    ...([fallsBack, 'Delivered', 18, '0 s twilio, 15 s sns'] as const),
  ],
  [
    'dies after Twilio accepted a code, whose receipt comes before the deadline: delivered, and SNS is not asked',
    { ...code, twilio: [{ ...dead, receipts: { 12: 'delivered' } }] },
    ...([fallsBack, 'Delivered', 12, '0 s twilio'] as const),
  ],
  [
    'dies after Twilio accepted a payment, whose receipt comes before the deadline: delivered',
    { ...payment, sns: [refused('route')], twilio: [{ ...dead, receipts: { 60: 'delivered' } }] },
    ...([`${fallsBack}, Fall back, Send`, 'Delivered', 60, '0 s sns, 0 s twilio'] as const),
  ],
  [
    'dies after Twilio accepted a code, which it then tells as failed: SNS sends at once',
    { ...code, twilio: [{ ...dead, receipts: { 12: 'route' } }], sns: [told('delivered')] },
    ...([`${awaits}, Send`, 'Delivered', 15, '0 s twilio, 12 s sns'] as const),
  ],
  [
    'dies between record and rendezvous: Fall back goes there, and meets the delivery',
    { send: { keepRendezvous: crash }, sns: [{ answersAfter: 5, receipts: { 2: 'delivered' } }] },
    ...([stops, 'Delivered', 5, '0 s sns'] as const),
  ],
  [
    'dies between record and rendezvous: Fall back goes there, and what comes later is awaited',
    { ...payment, send: { keepRendezvous: crash }, sns: [told('delivered', 7)] },
    ...([fallsBack, 'Delivered', 7, '0 s sns'] as const),
  ],
  [
    'dies between record and rendezvous of a payment: Fall back goes there, and meets the failure',
    {
      ...payment,
      send: { keepRendezvous: once(async () => []) },
      sns: [{ answersAfter: 5, receipts: { 2: 'route' } }],
      twilio: [told('delivered')],
    },
    ...([fallsBack, 'Delivered', 8, '0 s sns, 5 s twilio'] as const),
  ],
]

it.each(table)('when send %s', async (_, script, left, ended, seconds, requests) => {
  expect(await deliver(script)).toMatchObject({ left, ended, seconds, requests, outcome: ended.toLowerCase() })
})

const heldOnce = `${stops}, Hold until due, Validate, Send`

/** Lambda fails the task at noon, Fall back holds for 5 s, and the first send begins after 2 s all the same. */
const slow: readonly Row[] = [
  ['its carrier accepts, and delivers after the hold', { sns: [told('delivered', 10)] }, heldOnce, 'Delivered', 12, '2 s sns'],
  [
    'its carrier answers after the hold',
    { sns: [{ answersAfter: 7, receipts: { 10: 'delivered' } }] },
    ...([heldOnce, 'Delivered', 12, '2 s sns'] as const),
  ],
  [
    'its carrier’s receipt comes during the hold',
    { sns: [told('delivered', 1)] },
    `${stops}, Hold until due, Validate`,
    'Delivered',
    5,
    '2 s sns',
  ],
  [
    'its carrier refuses: the next one sends after the hold',
    { sns: [refused('route')], twilio: [told('delivered')] },
    ...([`${heldOnce}, Fall back, Send`, 'Delivered', 8, '2 s sns, 5 s twilio'] as const),
  ],
  ['its payment stays silent', payment, `${heldOnce}, Fall back`, 'Unknown', 605, '2 s sns'],
]

it.each(slow)(
  'when a send outlives its task and arms during a hold, nobody is texted twice: %s',
  async (_, script, ...expected) => {
    const [left, ended, seconds, requests] = expected
    const delivery = await deliver({ startsFirstSendAfter: 2, ...script })
    expect(delivery).toMatchObject({ left, ended, seconds, requests, outcome: ended.toLowerCase() })
    expect(delivery.record()?.attempts[0]).toMatchObject({ number: 1, carrier: 'sns' })
  },
)

it('holds and tries again when send dies once before it arms: nothing can have been sent', async () => {
  const delivery = await deliver({ send: { newMark: once(() => 'mark') }, sns: [told('delivered')] })
  expect(delivery).toMatchObject({ left: heldOnce, ended: 'Delivered', requests: '5 s sns' })
})

it('does not call what a slow start leaves no time for, and tries again after a back-off', async () => {
  const slowly = once(
    async () => aPerson(),
    () => seconds(6).then(() => aPerson()),
  )
  const delivery = await deliver({ send: { readPerson: slowly }, sns: [told('delivered')] })
  expect(delivery).toMatchObject({ left: heldOnce, ended: 'Delivered', seconds: 14, requests: '11 s sns' })
  expect(delivery.record()?.attempts).toMatchObject([
    { answer: { failure: { reason: 'no-time-left' } } },
    { status: 'delivered' },
  ])
})

it('gives up, undeliverable, when send dies before it arms as long as the text is of use', async () => {
  const delivery = await deliver({ send: { readPerson: crash } })
  expect(delivery).toMatchObject({ ended: 'Undeliverable', outcome: 'undeliverable', reason: 'not-attempted', requests: '' })
  expect(delivery.left).toMatch(/^Validate, (Send, Fall back, Hold until due, Validate, )+Send, Fall back$/)
})

it('raises a payment whose send died between record and rendezvous, since Fall back keeps the rendezvous', async () => {
  const delivery = await deliver({ ...payment, send: { keepRendezvous: crash }, sns: [told('delivered', 700)] })
  expect(delivery).toMatchObject({ left: awaits, ended: 'Unknown', seconds: 600, requests: '0 s sns' })
  await pass(100)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered' })
})

it('raises a payment whose send died before the record, where the receipt names the attempt', async () => {
  const delivery = await deliver({
    ...payment,
    sns: [refused('route')],
    twilio: [{ ...dead, receipts: { 700: 'delivered' } }],
  })
  const left = `${fallsBack}, Fall back, Send, Fall back`
  expect(delivery).toMatchObject({ left, ended: 'Unknown', seconds: 600, requests: '0 s sns, 0 s twilio' })
  await pass(100)
  expect(delivery.record()).toMatchObject({ outcome: 'delivered' })
})

it('closes as delivered, by a fault, what broke between record and rendezvous: Close goes there too', async () => {
  const delivery = await deliver({
    send: { keepRendezvous: crash },
    fallBack: { readNotification: crash },
    sns: [{ answersAfter: 5, receipts: { 2: 'delivered' } }],
  })
  expect(delivery).toMatchObject({ left: `${stops}, Close`, ended: 'Fault', outcome: 'delivered', reason: 'receipt' })
  expect(delivery.requests).toBe('0 s sns')
})

it.each([0, 2, 10])('sends once when Lambda starts a send again after %i s with the same token', async (startsSendAgainAfter) => {
  const script = { sns: [{ answersAfter: 5, receipts: { 60: 'delivered' } }], startsSendAgainAfter } as const
  expect(await deliver(script)).toMatchObject({ left: 'Validate, Send', ended: 'Delivered', seconds: 60, requests: '0 s sns' })
})

it('sends once by each carrier when every send is started twice', async () => {
  const script = { kind: 'verification', twilio: [told('route')], sns: [told('delivered')], startsSendAgainAfter: 1 } as const
  expect(await deliver(script)).toMatchObject({ left: fallsBack, ended: 'Delivered', requests: '0 s twilio, 3 s sns' })
})

it('stops, expired, what its validity left while it was held', async () => {
  let judged = 0
  const lateAfterHold = () => new Date(Date.now() + (++judged > 1 ? 86_400_000 : 0))
  const delivery = await deliver({ sns: [throttled()], validate: { now: lateAfterHold } })
  const left = 'Validate, Send, Fall back, Hold until due, Validate'
  expect(delivery).toMatchObject({ left, ended: 'Expired', outcome: 'expired', reason: 'validity-passed', requests: '0 s sns' })
})

it('stops at the fortieth pass, whatever time is left', async () => {
  const delivery = await deliver({ sns: [throttled()], twilio: [throttled()], random: 0 })
  expect(delivery).toMatchObject({ ended: 'Undeliverable', outcome: 'undeliverable', reason: 'too-many-requests' })
  expect(delivery.record()).toMatchObject({ passes: 40 })
  expect(delivery.calls()).toBe(40)
})

it('ends in Close and Fault after the fortieth pass, with an outcome all the same', async () => {
  const delivery = await deliver({ notification: { passes: 40 }, sns: [refused('route')], twilio: [told('delivered')] })
  expect(delivery).toMatchObject({ left: 'Validate, Send, Fall back, Close', ended: 'Fault', requests: '0 s sns' })
  expect(delivery).toMatchObject({ outcome: 'undeliverable', reason: 'fault' })
})
