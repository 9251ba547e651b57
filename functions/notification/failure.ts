import * as z from 'zod'

/**
 * What a carrier's failure means for what happens next. Of two contradicting failures an attempt keeps the one that
 * stands earlier here, whichever came first.
 */
export const failureClasses = [
  'recipient',
  'absent',
  'request',
  'content',
  'route',
  'account',
  'throttled',
  'unclassified',
] as const

/** Failures that nobody but a person mends: our text, our account, or a code that no table knows. They are an alarm. */
export const attentionClasses = [
  'request',
  'content',
  'account',
  'unclassified',
] as const satisfies (typeof failureClasses)[number][]

/** A failure in our words: `reason` comes from a carrier's table, never from a carrier's text. */
export const Failure = z.object({ class: z.enum(failureClasses), reason: z.string() })
export type Failure = Readonly<z.infer<typeof Failure>>

/** Whoever is texted told the carrier that they do not want to be. */
export const optedOut = { class: 'recipient', reason: 'opted-out' } as const satisfies Failure

export const isOptOut = (failure: Failure | undefined): boolean =>
  failure?.class === optedOut.class && failure.reason === optedOut.reason

/** Our own function was too slow to call the carrier yet: nothing that a carrier did. */
export const noTimeLeft = { class: 'throttled', reason: 'no-time-left' } as const satisfies Failure

/** The names a Send task fails by when nothing is broken; each leads to Fall back. */
export const expectedFailures = ['Refused', 'Unknown', 'NotDelivered', 'NotArmed'] as const
export type ExpectedFailure = (typeof expectedFailures)[number]

/** The one of two failures that an attempt keeps: the same in either order of arrival. An opt-out is lost to none, since more than this text ends by it. */
export const strongerFailure = (a: Failure | undefined, b: Failure | undefined): Failure | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  const rank = (failure: Failure) => `${failureClasses.indexOf(failure.class)} ${isOptOut(failure) ? '' : failure.reason}`
  return rank(a) <= rank(b) ? a : b
}
