import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../functions/policy/facts.ts'
import { answersOf, judgePolicy } from '../../../functions/policy/judge-policy.ts'
import { policyRules } from '../../../functions/policy/policy-answer.ts'
import { afterNoon, noon } from '../../builders/noon.ts'
import { someFacts } from '../../builders/some-facts.ts'

const counted = [{ id: 'shop-sale-0', at: noon.toISOString() }]
const later = afterNoon(3_600)
/** What makes each rule not allow. */
const against = {
  suppression: { suppressed: ['marketing'] },
  consent: { hasConsent: false },
  schedule: { sendAfter: later.toISOString() },
  'quiet-hours': { timeZone: 'Asia/Tokyo' },
  frequency: { counted },
  budget: { reserved: 99 },
} as const satisfies Record<string, Partial<Facts>>

const verdict = (facts: Partial<Facts>) => judgePolicy(someFacts(facts), noon).verdict

describe('policy lets a text go', () => {
  it('when every rule does, and each has said so', () => {
    const judged = judgePolicy(someFacts(), noon)
    expect(judged.verdict).toBe('send')
    expect(judged.answers.map(({ rule, decision }) => `${rule} ${decision}`)).toEqual(policyRules.map((rule) => `${rule} allow`))
  })

  it('to the last part of the budget', () => {
    expect(verdict({ reserved: 98 })).toBe('send')
  })

  it('of a kind that asks for nothing, whatever the hour, without consent, to who opted out of marketing alone', () => {
    const ofIndustry = { suppressedBy: ['all'], needsConsent: false, keepsQuietHours: false, frequency: [] } as const
    expect(verdict({ ...ofIndustry, ...against.suppression, ...against.consent, ...against['quiet-hours'], counted })).toBe(
      'send',
    )
  })
})

describe('policy keeps a text back', () => {
  it.each<[string, Partial<Facts>, string, string]>([
    ['to who opted out of marketing', against.suppression, 'suppressed', 'opted-out-of-marketing'],
    ['to who opted out of everything', { suppressed: ['all', 'marketing'] }, 'suppressed', 'opted-out-of-all'],
    ['to who never agreed', against.consent, 'suppressed', 'no-consent'],
    ['to who had enough', against.frequency, 'suppressed', 'too-frequent'],
    ['that the budget has no room for', against.budget, 'rejected', 'budget-exhausted'],
    [
      'that is due when it is of no use any more',
      { ...against.schedule, validUntil: later.toISOString() },
      'expired',
      'scheduled',
    ],
    [
      'whose night outlasts its validity',
      { ...against['quiet-hours'], validUntil: later.toISOString() },
      'expired',
      'quiet-hours',
    ],
    ['to a place whose time nobody knows', { country: 'XK' }, 'expired', 'zone-unknown'],
  ])('for good: %s', (_, facts, outcome, reason) => {
    expect(verdict(facts)).toEqual({ outcome, reason })
  })

  it('until it is due', () => {
    expect(verdict(against.schedule)).toEqual({ holdUntil: later, reason: 'scheduled' })
  })

  it('until the night is over where the recipient is', () => {
    expect(verdict(against['quiet-hours'])).toEqual({ holdUntil: new Date('2026-11-22T23:00:00Z'), reason: 'quiet-hours' })
  })
})

describe('the order of the rules', () => {
  it.each(policyRules.slice(1).map((rule, index) => [policyRules[index], rule] as const))(
    '%s is asked before %s',
    (first, second) => {
      const judged = judgePolicy(someFacts({ ...against[first as 'budget'], ...against[second as 'budget'] }), noon)
      expect(judged.answers.at(-1)?.rule).toBe(first)
    },
  )

  it('ends at the one that decides, but an explanation asks them all', () => {
    const facts = someFacts(against.suppression)
    expect(judgePolicy(facts, noon).answers.length).toBe(1)
    expect(answersOf(facts, noon).map(({ rule }) => rule)).toEqual(policyRules)
  })
})
