import { type Attempt, failureOf } from './attempt.ts'
import type { Failure } from './failure.ts'

/** A failure that neither another carrier nor a later attempt can mend, whichever attempt it is told of. Source: design §5. */
export const finalFailure = (attempts: readonly Attempt[]): Failure | undefined =>
  attempts.map(failureOf).find((failure) => failure?.class === 'recipient' || failure?.class === 'request')
