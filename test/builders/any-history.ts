import fc from 'fast-check'
import type { Answer } from '../../functions/notification/attempt.ts'
import type { CarrierName } from '../../functions/notification/carrier-name.ts'
import { end } from '../../functions/notification/end.ts'
import { kinds } from '../../functions/notification/kinds.ts'
import { merge } from '../../functions/notification/merge.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import { outcomes } from '../../functions/notification/outcome.ts'
import { withAnswer } from '../../functions/notification/with-answer.ts'
import { withClosedAttempts } from '../../functions/notification/with-closed-attempts.ts'
import { aRequestedNotification } from './a-notification.ts'
import { aPlan } from './a-plan.ts'
import { accepted, unknown } from './an-answer.ts'
import { anAttempt } from './an-attempt.ts'
import { anyFailure, anyReceipt } from './any-receipt.ts'
import { afterNoon, atNoon } from './noon.ts'

/** What somebody does to a notification at an instant; what is not possible leaves it as it is. */
type Move = (one: Notification, now: Date) => Notification

const carrier = fc.constantFrom<CarrierName>('sns', 'twilio')
const prices = { sns: 0.00645, twilio: 0.0083 }

const plan = fc.constantFrom(...kinds).map<Move>((kind) => (one) => (one.plan ? one : { ...one, kind, plan: aPlan({ prices }) }))

const arm = carrier.map<Move>((name) => (one, now) => {
  const number = one.attempts.length + 1
  const free = one.plan !== undefined && one.outcome === undefined && number <= 3
  return free ? { ...one, attempts: [...one.attempts, anAttempt({ number, carrier: name, armedAt: now.toISOString() })] } : one
})

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant(accepted()),
  fc.constant(unknown()),
  anyFailure.map((failure) => ({ type: 'notSent' as const, failure })),
)

/** Told of the last attempt or of an earlier one; an answer is told once. */
const answer = fc.tuple(fc.nat(2), anyAnswer).map<Move>(([before, said]) => (one, now) => {
  const attempt = one.attempts.at(-1 - before)
  return attempt === undefined || attempt.answer ? one : withAnswer(one, attempt.number, said, now)
})

const receipt = fc.tuple(fc.nat(2), anyReceipt).map<Move>(
  ([index, said]) =>
    (one, now) =>
      one.attempts[index] ? merge(one, index + 1, said, now) : one,
)

const hold = fc.nat(3).map<Move>((minutes) => (one, now) => {
  const until = new Date(now.getTime() + minutes * 60_000).toISOString()
  const next = { decision: 'hold', attempt: one.attempts.length + 1, carrier: 'sns', until } as const
  return one.outcome === undefined ? { ...one, next } : one
})

const ending = fc
  .constantFrom(...outcomes.filter((outcome) => outcome !== 'delivered'))
  .map<Move>((outcome) => (one, now) => end(withClosedAttempts(one), { outcome, reason: 'a-reason' }, now))

const move = fc.oneof(
  { weight: 2, arbitrary: plan },
  { weight: 4, arbitrary: arm },
  { weight: 4, arbitrary: answer },
  { weight: 4, arbitrary: receipt },
  { weight: 1, arbitrary: hold },
  { weight: 1, arbitrary: ending },
)

/** Most begin by a plan: nothing much happens before. */
const moves = fc
  .tuple(fc.oneof({ weight: 4, arbitrary: plan }, move), fc.array(move, { maxLength: 14, size: 'max' }))
  .map(([first, others]) => [first, ...others])

/** The images of one notification, from its request on, one after each move. */
export const anyHistory: fc.Arbitrary<readonly Notification[]> = moves.map((moves) => {
  const images = [aRequestedNotification({ requestedAt: atNoon() })]
  for (const [index, make] of moves.entries()) images.push(make(images.at(-1) ?? aRequestedNotification(), afterNoon(index + 1)))
  return images
})
