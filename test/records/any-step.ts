import fc from 'fast-check'
import type { Intervention } from '../../functions/notification/intervention.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import type { Receipt } from '../../functions/notification/receipt.ts'
import { recordConsent } from '../../functions/recipient/record-consent.ts'
import { restore } from '../../functions/recipient/restore.ts'
import { suppress } from '../../functions/recipient/suppress.ts'
import type { Change } from '../../functions/record/change-notification.ts'
import type { ReviewRule } from '../../functions/record/review/change-review.ts'
import { aPlan } from '../builders/a-plan.ts'
import { aConsent, aStatement, type Word } from '../builders/a-recipient.ts'
import { aDecision } from '../builders/a-review.ts'
import { aSendNext } from '../builders/a-send-next.ts'
import { anAttempt } from '../builders/an-attempt.ts'
import { aCancellation, aConfirmation } from '../builders/an-intervention.ts'
import { anyReceipt } from '../builders/any-receipt.ts'
import { atNoon } from '../builders/noon.ts'

/** What the functions do to a notification, each as a rule that would make one write. */
export const rules = {
  pass: (one) => ({ notification: { ...one, passes: one.passes + 1 }, answer: one.passes }),
  'leave as it is': (notification) => ({ notification, answer: 'as it was' }),
  plan: (one) => ({
    notification: { ...one, kind: 'order', plan: aPlan(), next: aSendNext() },
    text: 'Shop: it comes.',
    answer: 'planned',
  }),
  arm: (one) => {
    const number = one.attempts.length + 1
    const waiting = { attempt: number, token: `token-${number}` }
    return { notification: { ...one, attempts: [...one.attempts, anAttempt({ number })], waiting }, answer: number }
  },
  'stop waiting': ({ waiting, ...notification }) => ({ notification, answer: waiting }),
  'begin as a code': (one) => ({ notification: { ...one, kind: 'verification' }, answer: 'a code' }),
  end: (one) => ({ notification: { ...one, outcome: 'undeliverable', reason: 'fault', endedAt: atNoon(60) }, answer: 'ended' }),
  deliver: ({ reason: _, ...one }) => ({ notification: { ...one, outcome: 'delivered' }, answer: one.outcome }),
} satisfies Record<string, (notification: Notification) => Change<unknown>>

export type RuleName = keyof typeof rules

/** What a review does to a version, each as a rule that would make one write. */
export const reviewRules = {
  ask: ({ review }) => ({ review: { ...review, state: 'in review' }, token: 'token', answer: review.state }),
  approve: ({ review, current, token }) =>
    current !== undefined && current.version >= review.version
      ? { review, token, answer: 'superseded' }
      : { review: { ...review, state: 'approved', decision: aDecision() }, token, answer: token },
  reject: ({ review, token }) => ({ review: { ...review, state: 'rejected' }, token, answer: 'rejected' }),
  retire: ({ review, current, token }) =>
    current?.version === review.version
      ? { review: { ...review, state: 'retired' }, token, answer: current }
      : { review, token, answer: 'not sent' },
} satisfies Record<string, ReviewRule<unknown>>

export type ReviewRuleName = keyof typeof reviewRules

/** What is said on a recipient, each as a rule that would make one write. */
export const words = {
  stop: (one) => suppress(one, 'all', aStatement()),
  'start later': (one) => restore(one, 'all', aStatement({ at: atNoon(1) })),
  'no marketing': (one) => suppress(one, 'marketing', aStatement({ at: atNoon(2) })),
  agree: (one) => recordConsent(one, aConsent()),
} satisfies Record<string, Word>

export type WordName = keyof typeof words

/** One thing that is done with the records of one notification, of its carrier's message, of its template and of a recipient. */
export type Step =
  | { readonly verb: 'open'; readonly fingerprint: string }
  | { readonly verb: 'park intervention'; readonly intervention: Intervention }
  | { readonly verb: 'change'; readonly by: RuleName }
  | { readonly verb: 'store receipt' | 'park receipt'; readonly receipt: Receipt }
  | { readonly verb: 'keep rendezvous'; readonly attempt: number }
  | { readonly verb: 'store draft' | 'find review'; readonly version: number }
  | { readonly verb: 'change review'; readonly version: number; readonly by: ReviewRuleName }
  | { readonly verb: 'change recipient'; readonly by: WordName }
  | { readonly verb: 'keep reply'; readonly at: number }
  | { readonly verb: 'read' | 'read recipient' | 'read person' | 'read template' | 'erase person' }

/** A step, and what somebody else does before one of its commands. */
export interface Meeting {
  readonly step: Step
  readonly meanwhile?: { readonly after: number; readonly step: Step } | undefined
}

const opening = fc.record({ verb: fc.constant('open' as const), fingerprint: fc.constantFrom('one', 'other') })
const change = fc.record({ verb: fc.constant('change' as const), by: fc.constantFrom(...(Object.keys(rules) as RuleName[])) })

const anyVersion = fc.constantFrom(1, 2)

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: opening },
  { weight: 8, arbitrary: change },
  fc.record({
    verb: fc.constant('park intervention' as const),
    intervention: fc.constantFrom<Intervention>({ cancelled: aCancellation() }, { confirmed: aConfirmation() }),
  }),
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constantFrom('store receipt' as const, 'park receipt' as const), receipt: anyReceipt }),
  },
  fc.record({ verb: fc.constant('keep rendezvous' as const), attempt: fc.integer({ min: 1, max: 2 }) }),
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constantFrom('store draft' as const, 'find review' as const), version: anyVersion }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      verb: fc.constant('change review' as const),
      version: anyVersion,
      by: fc.constantFrom(...(Object.keys(reviewRules) as ReviewRuleName[])),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      verb: fc.constant('change recipient' as const),
      by: fc.constantFrom(...(Object.keys(words) as WordName[])),
    }),
  },
  fc.record({ verb: fc.constant('keep reply' as const), at: fc.nat({ max: 2 }) }),
  fc.record({
    verb: fc.constantFrom(
      'read' as const,
      'read recipient' as const,
      'read person' as const,
      'read template' as const,
      'erase person' as const,
    ),
  }),
)

const meanwhile = fc.record({ after: fc.nat({ max: 3 }), step: anyStep })
export const anyMeeting: fc.Arbitrary<Meeting> = fc.record({ step: anyStep, meanwhile: fc.option(meanwhile, { nil: undefined }) })
