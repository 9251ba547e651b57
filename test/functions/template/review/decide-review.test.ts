import { describe, expect, it } from 'vitest'
import { closeReview, standing } from '../../../../functions/template/review/close-review.ts'
import { decideReview } from '../../../../functions/template/review/decide-review.ts'
import { retireReview } from '../../../../functions/template/review/retire-review.ts'
import { reviewStates } from '../../../../functions/template/review/review.ts'
import { aDecision, aReview, author, reviewer } from '../../../builders/a-review.ts'
import { afterNoon, atNoon } from '../../../builders/noon.ts'

const at = afterNoon(60)
const approval = { verdict: 'approved', by: reviewer, reason: 'As agreed.' } as const
const rejection = { ...approval, verdict: 'rejected' } as const
const approved = aReview({ state: 'approved', decision: aDecision() })

describe('a decision', () => {
  it.each([approval, rejection])('of another person is kept: $verdict', (decided) => {
    const decision = { ...decided, at: atNoon(60) }
    expect(decideReview(aReview(), undefined, decided, at)).toEqual(aReview({ state: decided.verdict, decision }))
  })

  it.each([approval, rejection])('of who submitted it is refused: $verdict', (decided) => {
    expect(decideReview(aReview(), undefined, { ...decided, by: author }, at)).toBe('self-approval')
  })

  it('once more is the same review, to the object', () => {
    expect(decideReview(approved, { version: 1, isRetired: false }, approval, afterNoon(90))).toBe(approved)
  })

  it.each([
    ['another verdict', rejection],
    ['another person', { ...approval, by: 'arn:aws:iam::111122223333:user/third' }],
    ['another reason', { ...approval, reason: 'On second thoughts.' }],
  ])('after one that stands is refused: %s', (_, decided) => {
    expect(decideReview(approved, undefined, decided, at)).toBe('not-in-review')
  })

  it.each(reviewStates.filter((state) => state !== 'in review'))('on a version that is %s is refused', (state) => {
    expect(decideReview(aReview({ state }), undefined, approval, at)).toBe('not-in-review')
  })

  it.each([
    [1, 'superseded'],
    [2, 'superseded'],
    [3, 'superseded'],
  ])('on version 1 is refused where version %i is sent', (version, code) => {
    expect(decideReview(aReview(), { version, isRetired: false }, approval, at)).toBe(code)
    expect(decideReview(aReview(), { version, isRetired: true }, approval, at)).toBe(code)
  })

  it('makes a later version current, also after a retired one', () => {
    for (const isRetired of [true, false])
      expect(decideReview(aReview({ version: 2 }), { version: 1, isRetired }, approval, at)).toMatchObject({ state: 'approved' })
  })

  it('may reject an older version than the one that is sent', () => {
    expect(decideReview(aReview(), { version: 2, isRetired: false }, rejection, at)).toMatchObject({ state: 'rejected' })
  })
})

describe('what ends without a person', () => {
  it.each(['expired', 'fault'] as const)('is rejected by nobody: %s', (reason) => {
    const decision = { verdict: 'rejected' as const, reason, at: atNoon(60) }
    expect(closeReview(aReview(), reason, at)).toEqual(aReview({ state: 'rejected', decision }))
  })

  it('stays as a person decided it', () => {
    expect(closeReview(approved, 'expired', at)).toBe(approved)
  })

  it.each([
    [aDecision(), 'approved'],
    [aDecision({ verdict: 'rejected' }), 'rejected'],
    [aDecision({ verdict: 'rejected', by: undefined, reason: 'checks' }), 'rejected'],
    [aDecision({ verdict: 'rejected', by: undefined, reason: 'fault' }), 'rejected'],
    [aDecision({ verdict: 'rejected', by: undefined, reason: 'expired' }), 'expired'],
    [aDecision({ verdict: 'rejected', reason: 'expired' }), 'rejected'],
    [undefined, undefined],
  ])('stands as it was decided: %j is %s', (decision, word) => {
    expect(standing(aReview({ decision }))).toBe(word)
  })
})

describe('a retirement', () => {
  const retirement = { by: author, reason: 'No longer sold.' }
  const retired = { ...approved, state: 'retired' as const, retirement: { ...retirement, at: atNoon(60) } }

  it('ends the version that is sent, whoever asks', () => {
    expect(retireReview(approved, { version: 1, isRetired: false }, retirement, at)).toEqual(retired)
  })

  it('once more is the same review, to the object', () => {
    expect(retireReview(retired, { version: 1, isRetired: true }, retirement, afterNoon(90))).toBe(retired)
  })

  it('of another person or for another reason comes too late', () => {
    for (const other of [{ by: reviewer }, { reason: 'Sold out.' }])
      expect(retireReview(retired, { version: 1, isRetired: true }, { ...retirement, ...other }, at)).toBe('already-retired')
  })

  it('is refused where another version is sent by now', () => {
    expect(retireReview(approved, { version: 2, isRetired: false }, retirement, at)).toBe('superseded')
  })
})
