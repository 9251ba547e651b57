import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestRetryAfter } from '../../../functions/fall-back/back-off.ts'
import { decideFallBack } from '../../../functions/fall-back/decide-fall-back.ts'
import type { Situation } from '../../../functions/fall-back/situation.ts'
import { type Answer, type Attempt, attemptStatuses, failureOf, isPossiblySent } from '../../../functions/notification/attempt.ts'
import { failureClasses } from '../../../functions/notification/failure.ts'
import { defaultKinds, kinds } from '../../../functions/notification/kinds.ts'
import { aSituation, someCarriers } from '../../builders/a-situation.ts'
import { accepted, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

const anyFailure = fc.record({ class: fc.constantFrom(...failureClasses), reason: fc.constant('a-reason') })
const anyRefusal: fc.Arbitrary<Answer> = fc.record(
  { type: fc.constant('notSent' as const), failure: anyFailure, retryAfterSeconds: fc.nat({ max: 200 }) },
  { requiredKeys: ['type', 'failure'] },
)
const anyAnswer = fc.option(fc.oneof(anyRefusal, fc.constant(accepted()), fc.constant(unknown())), { nil: undefined })

/** Whatever can lie in a record, sensible or not. */
const anyAttempt: fc.Arbitrary<Attempt> = fc
  .record(
    {
      carrier: fc.constantFrom(...someCarriers(5)),
      status: fc.constantFrom(...attemptStatuses),
      answer: anyAnswer,
      failure: anyFailure,
    },
    { requiredKeys: ['carrier', 'status'] },
  )
  .map((what) => anAttempt({ ...what, closed: true }))

const anyRandom = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const anyKind = fc.constantFrom(...kinds)
const anyDrained = fc.subarray([...someCarriers(5)])

const anySituation: fc.Arbitrary<Situation> = fc
  .record({
    kind: anyKind,
    attempts: fc.array(anyAttempt, { maxLength: 8 }),
    carriers: fc.integer({ min: 1, max: 5 }).map(someCarriers),
    drained: anyDrained,
    secondsLeft: fc.integer({ min: -100, max: 86_400 }),
    passes: fc.nat({ max: 39 }),
    random: anyRandom,
  })
  .map(aSituation)

const lastBy = ({ attempts }: Situation, carrier: string) => attempts.findLast((attempt) => attempt.carrier === carrier)

/** What must hold of a decision in any situation whatever. */
const check = (situation: Situation) => {
  const { attempts, policy, secondsLeft, carriers, drained } = situation
  const fallBack = decideFallBack(situation)
  const last = attempts.at(-1)
  const failed = last && failureOf(last)?.class
  if ('outcome' in fallBack) {
    expect(['undeliverable', 'expired', 'unknown']).toContain(fallBack.outcome)
    if (attempts.some(isPossiblySent)) expect(fallBack.outcome).toBe('unknown')
    expect(fallBack.reason).not.toBe('')
    return fallBack
  }
  const carrier = 'send' in fallBack ? fallBack.send : fallBack.holdFor
  const tried = lastBy(situation, carrier)
  expect(situation.carriers.includes(carrier) || carrier === last?.carrier).toBe(true)
  expect(attempts.filter(isPossiblySent).length).toBeLessThan(policy.mostPossiblySent)
  expect(attempts.map((attempt) => failureOf(attempt)?.class)).not.toContain('recipient')
  expect(failed).not.toBe('request')
  if (!policy.resendsOnSilence && last) {
    expect(failed).toBeDefined()
    expect(failed).not.toBe('unclassified')
  }
  if ('send' in fallBack) {
    expect(tried).toBeUndefined()
    expect(secondsLeft).toBeGreaterThanOrEqual(0)
    if (drained.includes(carrier)) expect(carriers.filter((one) => !drained.includes(one) && !lastBy(situation, one))).toEqual([])
  } else {
    expect(Number.isInteger(fallBack.seconds)).toBe(true)
    expect(fallBack.seconds).toBeGreaterThan(0)
    expect(fallBack.seconds).toBeLessThanOrEqual(Math.min(3_600 + longestRetryAfter, secondsLeft))
    if (tried) expect(['throttled', 'absent']).toContain(failureOf(tried)?.class)
  }
  return fallBack
}

it('sends, holds or stops in any situation whatever, and texts nobody whom it must not', () => {
  fc.assert(
    fc.property(anySituation, (situation) => void check(situation)),
    { numRuns: 2_000 },
  )
})

/** What becomes of an attempt: an answer or a receipt that fails it, silence, or an answer that nobody knows. */
type Fate = Partial<Attempt>
const anyFate: fc.Arbitrary<Fate> = fc.oneof(
  anyRefusal.map((answer) => ({ answer })),
  anyFailure.map((failure) => ({ status: 'undelivered' as const, answer: accepted(), failure })),
  fc.constant({ status: 'accepted' as const, answer: accepted() }),
  fc.constant({ answer: unknown() }),
  fc.constant({ answer: { type: 'notSent', failure: { class: 'throttled', reason: 'a-reason' } } } satisfies Fate),
)

interface World extends Pick<Situation, 'carriers' | 'drained'> {
  readonly kind: (typeof kinds)[number]
  /** In a circle, where there are more attempts. */
  readonly fates: readonly Fate[]
  readonly randoms: readonly number[]
}

const shortestWait = 20

/** One notification from its first attempt to its end, every decision followed to the letter. */
const live = ({ kind, carriers, drained, fates, randoms }: World) => {
  const policy = defaultKinds[kind]
  const attempts: Attempt[] = []
  let [seconds, passes] = [0, 0]
  let by = carriers[0]
  for (;;) {
    const fate = fates[attempts.length % fates.length] ?? {}
    expect(seconds + shortestWait).toBeLessThanOrEqual(policy.validForSeconds)
    attempts.push(anAttempt({ number: attempts.length + 1, carrier: by, ...fate, closed: true }))
    expect(attempts.filter(isPossiblySent).length).toBeLessThanOrEqual(policy.mostPossiblySent)
    seconds += 1
    const random = randoms[passes % randoms.length] ?? 0
    const secondsLeft = policy.validForSeconds - seconds - shortestWait
    const fallBack = check({ policy, carriers, drained, attempts, secondsLeft, passes, random })
    passes += 1
    expect(passes).toBeLessThanOrEqual(40)
    if ('outcome' in fallBack) return { attempts, passes, end: fallBack }
    by = 'send' in fallBack ? fallBack.send : fallBack.holdFor
    if ('seconds' in fallBack) seconds += fallBack.seconds
  }
}

const anyWorld: fc.Arbitrary<World> = fc.record({
  kind: anyKind,
  carriers: fc.integer({ min: 1, max: 5 }).map(someCarriers),
  drained: anyDrained,
  fates: fc.array(anyFate, { minLength: 1, maxLength: 10 }),
  randoms: fc.array(anyRandom, { minLength: 1, maxLength: 5 }),
})

describe('a notification comes to an end within forty passes and its validity', () => {
  it('whatever becomes of its attempts, with up to five carriers', () => {
    fc.assert(
      fc.property(anyWorld, (world) => void live(world)),
      { numRuns: 2_000 },
    )
  })

  const throttled: Fate = { answer: { type: 'notSent', failure: { class: 'throttled', reason: 'a-reason' } } }
  it.each([1, 2, 5].flatMap((count) => [0, 0.5, 0.999].map((random) => [count, random] as const)))(
    'also where %i carriers throttle for a day, by a die that always shows %d',
    (count, random) => {
      const { end } = live({ kind: 'order', carriers: someCarriers(count), drained: [], fates: [throttled], randoms: [random] })
      expect(end).toEqual({ outcome: 'undeliverable', reason: 'a-reason' })
    },
  )

  it('no carrier is handed one notification more often than once, but for throttling and absence', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { attempts } = live(world)
        for (const [index, { carrier }] of attempts.entries()) {
          const before = attempts.slice(0, index).findLast((attempt) => attempt.carrier === carrier)
          if (before) expect(['throttled', 'absent']).toContain(failureOf(before)?.class)
        }
      }),
    )
  })
})
