import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { failureOf, isDelivered, isPossiblySent, isUnresolved } from '../../../functions/notification/attempt.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

const spam = { class: 'content', reason: 'spam' } as const
const refusal = { class: 'account', reason: 'not-authorized' } as const

/** What the recipient may have, and why not, of every state an attempt can be in. */
const states: [string, Partial<Attempt>, boolean, Attempt['failure']][] = [
  ['is armed, and its carrier has not answered', {}, true, undefined],
  ['is accepted', { status: 'accepted', answer: accepted() }, true, undefined],
  ['has an unknown answer', { answer: unknown() }, true, undefined],
  ['was not sent', { answer: notSent() }, false, refusal],
  ['is on its way', { status: 'sent', answer: accepted() }, true, undefined],
  ['is undelivered', { status: 'undelivered', answer: accepted(), failure: spam }, false, spam],
  ['is undelivered after an unknown answer', { status: 'undelivered', answer: unknown(), failure: spam }, false, spam],
  ['is delivered', { status: 'delivered', answer: accepted() }, true, undefined],
  ['is delivered after a failure', { status: 'delivered', answer: accepted(), failure: spam }, true, undefined],
  ['is closed in silence', { status: 'accepted', answer: accepted(), closed: true }, true, undefined],
]

describe('an attempt', () => {
  it.each(states)('that %s is told apart by whether it was possibly sent, and why not', (_, state, possiblySent, failure) => {
    expect(isPossiblySent(anAttempt(state))).toBe(possiblySent)
    expect(failureOf(anAttempt(state))).toEqual(failure)
  })

  it.each(['armed', 'accepted', 'sent', 'undelivered'] as const)('that is %s is not delivered', (status) => {
    expect(isDelivered(anAttempt({ status }))).toBe(false)
  })

  it('is delivered whatever the carrier answered', () => {
    expect(isDelivered(anAttempt({ status: 'delivered', answer: unknown() }))).toBe(true)
  })

  it.each(states)('that %s is unresolved only while its answer is unknown and no receipt has told', (what, state) => {
    expect(isUnresolved(anAttempt(state))).toBe(what === 'has an unknown answer')
  })
})
