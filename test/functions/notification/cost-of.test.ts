import { expect, it } from 'vitest'
import { costOf } from '../../../functions/notification/cost-of.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

const plan = aPlan({ parts: 2, prices: { sns: 0.0129 } })
const taken = anAttempt({ answer: accepted() })
const dollar = { amount: 0.01, currency: 'USD' }
const euro = { amount: 0.01, currency: 'EUR' }
const expected = { parts: 2, charged: undefined, usd: 0.0129 }

it.each([
  ['was accepted, what it was to cost', taken, expected],
  ['was accepted and did not arrive, the same: it was sent', anAttempt({ answer: accepted(), status: 'undelivered' }), expected],
  ['a receipt tells of, though its answer was lost, the same', anAttempt({ answer: unknown(), status: 'sent' }), expected],
  ['was charged in US dollars, that', { ...taken, price: dollar, parts: 3 }, { parts: 3, charged: dollar, usd: 0.01 }],
  ['was charged in euros, what it was to cost in dollars', { ...taken, price: euro }, { ...expected, charged: euro }],
])('a text that %s', (_, attempt, cost) => {
  expect(costOf(attempt, plan)).toEqual(cost)
})

it('of a text without a price nobody knows the dollars', () => {
  expect(costOf(taken, aPlan({ parts: 1 }))).toEqual({ parts: 1, charged: undefined, usd: undefined })
})

it.each([
  ['is only armed', anAttempt()],
  ['was refused', anAttempt({ answer: notSent() })],
  ['is known by the recipient’s word alone', anAttempt({ status: 'delivered', evidence: 'recipient' })],
  ['has an unknown answer', anAttempt({ answer: unknown(), status: 'accepted' })],
])('one that %s costs nothing that is known', (_, attempt) => {
  expect(costOf(attempt, plan)).toBeUndefined()
})
