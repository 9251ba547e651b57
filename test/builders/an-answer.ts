import type { Answer } from '../../functions/notification/attempt.ts'
import type { Failure } from '../../functions/notification/failure.ts'

/** What a carrier's call can say. */
export const accepted = (messageId = 'message-1'): Answer => ({ type: 'accepted', messageId })

export const notSent = (failureClass: Failure['class'] = 'account', reason = 'not-authorized'): Answer => ({
  type: 'notSent',
  failure: { class: failureClass, reason },
})

export const unknown = (reason = 'no-answer'): Answer => ({ type: 'unknown', reason })
