import type { Attempt } from '../notification/attempt.ts'
import { isOptOut } from '../notification/failure.ts'
import type { Notification } from '../notification/notification.ts'

const tellsOfOptOut = ({ answer, failure }: Attempt): boolean =>
  isOptOut(failure) || (answer?.type === 'notSent' && isOptOut(answer.failure))

/**
 * The attempts by which a carrier has just told that it texts this recipient no more, by its answer or by a receipt; also where
 * another receipt says that the text arrived.
 */
export const optOuts = (before: Notification | undefined, after: Notification): readonly Attempt[] =>
  after.attempts.filter((attempt, index) => {
    const earlier = before?.attempts[index]
    return tellsOfOptOut(attempt) && !(earlier && tellsOfOptOut(earlier))
  })
