import { describe, expect, it } from 'vitest'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { answered } from '../../../functions/send/answered.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, atNoon } from '../../builders/noon.ts'

const awaiting = aSendNext()
const unawaited = aSendNext({ awaitReceipt: false, waitSeconds: 20 })
const armed = aNotification({ kind: 'marketing', attempts: [anAttempt()] })
const withStatus = (status: 'sent' | 'undelivered' | 'delivered') => aNotification({ attempts: [anAttempt({ status })] })

describe('where no receipt is awaited', () => {
  it('an acceptance is kept, and is the outcome', () => {
    expect(answered(armed, unawaited, accepted(), afterNoon(2))).toEqual({
      ...armed,
      attempts: [anAttempt({ status: 'accepted', answer: accepted(), answeredAt: atNoon(2) })],
      outcome: 'accepted',
      reason: 'accepted',
      endedAt: atNoon(2),
    })
  })

  it('an acceptance of a later attempt is the outcome too', () => {
    const refused = anAttempt({ answer: notSent('route', 'unreachable'), closed: true })
    const second = { ...armed, attempts: [refused, anAttempt({ number: 2, carrier: 'twilio' })] }
    expect(answered(second, { ...unawaited, attempt: 2 }, accepted(), afterNoon(2))).toMatchObject({
      outcome: 'accepted',
      attempts: [{ answer: refused.answer }, { answer: accepted() }],
    })
  })

  it.each([notSent('route', 'unreachable'), unknown('http-500')])('%j is no outcome', (answer) => {
    const kept = answered(armed, unawaited, answer, afterNoon(2))
    expect(kept).toMatchObject({ attempts: [{ answer }] })
    expect(kept.outcome).toBeUndefined()
  })

  it('a receipt that came first and says that it is on its way changes nothing', () => {
    expect(answered(withStatus('sent'), unawaited, accepted(), afterNoon(2))).toMatchObject({ outcome: 'accepted' })
  })

  it('a receipt that came first and says that it did not arrive is stronger', () => {
    const kept = answered(withStatus('undelivered'), unawaited, accepted(), afterNoon(2))
    expect(kept).toMatchObject({ attempts: [{ status: 'undelivered', answer: accepted() }] })
    expect(kept.outcome).toBeUndefined()
  })

  it('a delivery that came first is the outcome', () => {
    expect(answered(withStatus('delivered'), unawaited, accepted(), afterNoon(2))).toMatchObject({ outcome: 'delivered' })
  })

  it.each(outcomes)('leaves the outcome %s as it is', (outcome) => {
    expect(answered({ ...armed, outcome }, unawaited, accepted(), afterNoon(2))).toMatchObject({ outcome })
  })
})

it('an answer that is there stays as it was, also one that was judged since: the reply to keeping it was lost', () => {
  const judged = anAttempt({ status: 'accepted', answer: unknown('message-id-seen-before'), answeredAt: atNoon(1) })
  const kept = aNotification({ attempts: [judged] })
  expect(answered(kept, awaiting, accepted(), afterNoon(2))).toBe(kept)
})

it.each([accepted(), notSent('route', 'unreachable'), unknown('http-500')])(
  'where a receipt is awaited, %j is no outcome',
  (answer) => {
    const kept = answered(armed, awaiting, answer, afterNoon(2))
    expect(kept).toMatchObject({ attempts: [{ answer, answeredAt: atNoon(2) }] })
    expect(kept.outcome).toBeUndefined()
  },
)
