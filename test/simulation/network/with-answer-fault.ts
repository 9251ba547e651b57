import type { Answer } from '../../../functions/notification/attempt.ts'
import type { AnswerFault } from '../faults/answer-faults.ts'
import type { FaultOf } from '../faults/fault.ts'
import { byOthers, type Fate } from './fate.ts'

const notSent = (failureClass: FaultOf<'refused'>['class'], reason: string): Answer => ({
  type: 'notSent',
  failure: { class: failureClass, reason },
})

const unknown = (reason: string): Answer => ({ type: 'unknown', reason })

/** The carrier did not take it, and says so. */
const refusing = (fate: Fate, answer: Answer): Fate => ({
  ...fate,
  accepts: false,
  answer,
  arrivesMs: undefined,
  tells: byOthers(fate),
})

/** Whatever it says, it has taken the text or not. */
const whether = (accepts: boolean, fate: Fate): Fate =>
  accepts ? fate : { ...fate, accepts, arrivesMs: undefined, tells: byOthers(fate) }

/** What a carrier's fault makes of a request and its answer. `id-seen-before` is the network's own: it knows the ids. */
export const withAnswerFault = (fate: Fate, fault: AnswerFault): Fate => {
  switch (fault.fault) {
    case 'refused':
      return refusing(fate, notSent(fault.class, 'refused'))
    case 'unreachable':
      return { ...refusing(fate, notSent('route', 'unreachable')), reaches: false }
    case 'throttles': {
      const answer = { type: 'notSent', failure: { class: 'throttled', reason: 'too-many-requests' } } as const
      return refusing(fate, { ...answer, ...(fault.retryAfter !== undefined && { retryAfterSeconds: fault.retryAfter }) })
    }
    case 'server-error':
      return { ...whether(fault.accepted, fate), answer: unknown('http-500') }
    case 'times-out':
      return { ...whether(fault.accepted, fate), answer: undefined }
    case 'unreadable':
      return { ...fate, answer: unknown('no-message-id') }
    case 'slow':
      return { ...fate, answerMs: fault.seconds * 1000 }
    case 'id-seen-before':
      return fate
    default:
      return fault satisfies never
  }
}
