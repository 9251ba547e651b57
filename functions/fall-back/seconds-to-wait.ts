import { type Attempt, isPossiblySent, isUnresolved } from '../notification/attempt.ts'
import { goesOnAtOnce, type KindPolicy } from '../notification/kind-policy.ts'

/** A task's time begins before its attempt is armed: so many seconds before the deadline, the wait was over all the same. */
const startSeconds = 5

/**
 * How long an attempt that nothing is known of is still to be waited for: its task may have failed because `send` broke after
 * the carrier had accepted.
 */
export const secondsToWait = (last: Attempt | undefined, policy: KindPolicy, now: Date): number => {
  if (last === undefined || !isPossiblySent(last) || (isUnresolved(last) && goesOnAtOnce(policy))) return 0
  const seconds = Math.floor((Date.parse(last.deadline) - now.getTime()) / 1000)
  return seconds > startSeconds ? seconds : 0
}
