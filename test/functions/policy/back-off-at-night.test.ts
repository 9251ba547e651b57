import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideFallBack } from '../../../functions/fall-back/decide-fall-back.ts'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { judgePolicy } from '../../../functions/policy/judge-policy.ts'
import { judgeQuietHours } from '../../../functions/policy/judge-quiet-hours.ts'
import { aSituation } from '../../builders/a-situation.ts'
import { accepted } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { someFacts } from '../../builders/some-facts.ts'

const day = 86_400
const quietHours = { default: { from: '21:00', to: '08:00' }, countries: {} }
const facts = someFacts({ country: 'FR', quietHours })

const absent = (number: number) =>
  anAttempt({
    number,
    status: 'undelivered',
    answer: accepted(),
    failure: { class: 'absent', reason: 'phone-off' },
    closed: true,
  })
const throttled = (number: number) =>
  anAttempt({ number, answer: { type: 'notSent', failure: { class: 'throttled', reason: 'rate-exceeded' } }, closed: true })

/** The end of Fall back's own hold, after which Validate judges anew. */
const endOfBackOff = (attempts: readonly Attempt[], now: string, secondsLeft = day): Date | undefined => {
  const fallBack = decideFallBack(aSituation({ attempts, secondsLeft }))
  return 'holdFor' in fallBack ? new Date(Date.parse(now) + fallBack.seconds * 1000) : undefined
}

const judgedAfterBackOff = (attempts: readonly Attempt[], now: string) => {
  const end = endOfBackOff(attempts, now)
  return end && judgeQuietHours(facts, end)
}

describe('a back-off that ends in the night is held on to the morning', () => {
  it.each<[string, readonly Attempt[], string]>([
    ['of a phone that is off, for the first time', [absent(1)], '2026-11-24T20:50:00+01:00'],
    ['of a phone that is off, for the second', [absent(1), absent(2)], '2026-11-24T20:00:00+01:00'],
    ['of a carrier that throttles', [throttled(1)], '2026-11-24T20:59:55+01:00'],
  ])('%s', (_, attempts, now) => {
    expect(judgedAfterBackOff(attempts, now)).toMatchObject({ decision: 'hold', until: '2026-11-25T07:00:00.000Z' })
  })

  it('and one that ends by day is not', () => {
    expect(judgedAfterBackOff([absent(1)], '2026-11-24T20:40:00+01:00')).toMatchObject({ decision: 'allow' })
  })
})

describe('no hold is longer than the validity', () => {
  it('a back-off is not, however little time is left', () => {
    const anyFailures = fc.constantFrom([absent(1)], [absent(1), absent(2)], [throttled(1)], [throttled(1), throttled(2)])
    fc.assert(
      fc.property(anyFailures, fc.integer({ min: 1, max: day }), (attempts, secondsLeft) => {
        const now = '2026-11-24T20:00:00.000Z'
        const end = endOfBackOff(attempts, now, secondsLeft)
        const validUntil = new Date(Date.parse(now) + secondsLeft * 1000 + 1).toISOString()
        if (end) expect(end.getTime()).toBeLessThan(Date.parse(validUntil))
      }),
    )
  })

  it.each([
    ['2026-11-25T08:00:00+01:00', { outcome: 'expired', reason: 'quiet-hours' }],
    ['2026-11-25T08:00:01+01:00', { holdUntil: new Date('2026-11-25T08:00:00+01:00'), reason: 'quiet-hours' }],
  ])('the night after it is not, for a text that is of use until %s', (validUntil, verdict) => {
    const end = endOfBackOff([absent(1)], '2026-11-24T20:55:00+01:00')
    expect(end && judgePolicy({ ...facts, validUntil }, end).verdict).toEqual(verdict)
  })
})
