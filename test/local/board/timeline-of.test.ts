import { describe, expect, it } from 'vitest'
import type { Notification } from '../../../functions/notification/notification.ts'
import { timelineOf } from '../../../local/board/notifications/timeline-of.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const told = (notification: Partial<Notification>, entered: Parameters<typeof timelineOf>[1] = []) =>
  timelineOf(aNotification(notification), entered).map(({ at, what, why }) => {
    const seconds = (at.getTime() - noon.getTime()) / 1000
    return `${seconds} ${what}${why ? `: ${why}` : ''}`
  })

const silent = anAttempt({
  answer: { type: 'accepted', messageId: 'm-1' },
  ...{ answeredAt: atNoon(1), status: 'accepted', deadline: atNoon(12), closed: true },
})

describe('the timeline of a notification', () => {
  it('tells of a carrier that stayed silent, why there was a second attempt, and who delivered', () => {
    const second = anAttempt({
      ...{ number: 2, carrier: 'twilio', armedAt: atNoon(13), answeredAt: atNoon(14), status: 'delivered' },
      answer: { type: 'accepted', messageId: 'm-2' },
      ...{ deliveredAt: atNoon(15), evidence: 'handset', price: { amount: 0.0083, currency: 'USD' } },
    })
    const ended = { outcome: 'delivered', reason: 'receipt', endedAt: atNoon(15) } as const
    const entered = [
      { state: 'Validate', at: noon },
      { state: 'What next?', at: noon },
      { state: 'Fall back', at: afterNoon(12) },
    ]
    expect(told({ attempts: [silent, second], ...ended }, entered)).toEqual([
      '0 requested: order-shipped@3, en',
      '0 Validate',
      '0 attempt 1: handed to sns',
      '1 sns accepted it',
      '12 Fall back',
      '12 sns had until now to say what became of it',
      '13 attempt 2: handed to twilio: sns stayed silent',
      '14 twilio accepted it',
      '15 twilio says it arrived: by the handset’s word, 0.0083 USD',
      '15 delivered: receipt',
    ])
  })

  it.each([
    [
      'did not take it',
      { type: 'notSent', failure: { class: 'account', reason: 'not-authorized' } } as const,
      'sns did not send it: account, not-authorized',
    ],
    ['gave no clear answer', { type: 'unknown', reason: 'timeout' } as const, 'nobody knows what sns did: timeout'],
  ])('gives as reason of the second attempt that the first carrier %s', (words, answer, because) => {
    const first = anAttempt({ answer, answeredAt: atNoon(1), closed: true })
    const second = anAttempt({ number: 2, carrier: 'twilio', armedAt: atNoon(2) })
    const lines = told({ attempts: [first, second] })
    expect(lines).toContainEqual(expect.stringContaining(`1 sns ${words}`))
    expect(lines).toContainEqual(`2 attempt 2: handed to twilio: ${because}`)
  })

  it('says until when a text is held, and which rule holds it', () => {
    const next = { decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(600) } as const
    const policy = [
      { rule: 'suppression', decision: 'allow', reason: 'not-suppressed' },
      { rule: 'quiet-hours', decision: 'hold', reason: 'quiet-hours', until: atNoon(600) },
    ] as const
    const lines = told({ next, policy: [...policy] }, [{ state: 'Hold until due', at: afterNoon(2) }])
    expect(lines.at(-1)).toBe(`2 held until ${atNoon(600)}: quiet-hours says hold: quiet-hours`)
  })

  it('says who stepped in, and how it ended', () => {
    const cancelled = { at: atNoon(5), source: '111122223333/shop', reason: 'order-withdrawn' }
    const lines = told({ cancelled, outcome: 'cancelled', reason: 'cancelled', endedAt: atNoon(6) })
    expect(lines.slice(-2)).toEqual(['5 a cancellation was asked for: order-withdrawn', '6 cancelled: cancelled'])
  })

  it('says why nothing was sent at all', () => {
    const explanation = 'params.code must be exactly 6 digits.'
    expect(told({ outcome: 'rejected', reason: 'invalid-parameters', explanation, endedAt: atNoon(1) }).at(-1)).toBe(
      `1 rejected: invalid-parameters; ${explanation}`,
    )
  })
})
