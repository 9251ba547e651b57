import { type Attempt, isPossiblySent } from './attempt.ts'
import type { Outcome } from './outcome.ts'

/** The outcome where nothing more is tried: unknown where a text may have been sent, since a receipt can still raise it. */
export const unknownOr = (otherwise: Outcome, attempts: readonly Attempt[]): Outcome =>
  attempts.some(isPossiblySent) ? 'unknown' : otherwise
