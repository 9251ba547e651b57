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

/** The names a Send task fails by when nothing is broken; each leads to Fall back. */
export const expectedFailures = ['Refused', 'Unknown', 'NotDelivered', 'NotArmed'] as const
export type ExpectedFailure = (typeof expectedFailures)[number]

/** The one of two failures that an attempt keeps: the same in either order of arrival. */
export const strongerFailure = (a: Failure | undefined, b: Failure | undefined): Failure | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  const rank = (failure: Failure) => `${failureClasses.indexOf(failure.class)} ${failure.reason}`
  return rank(a) <= rank(b) ? a : b
}
