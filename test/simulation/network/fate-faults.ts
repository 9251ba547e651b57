import type { Answer } from '../../../functions/notification/attempt.ts'
import type { FaultOf } from '../faults/fault.ts'
import type { Fate } from './fate.ts'

const notSent = (failureClass: FaultOf<'refused'>['class'], reason: string): Answer => ({
  type: 'notSent',
  failure: { class: failureClass, reason },
})

const unknown = (reason: string): Answer => ({ type: 'unknown', reason })

const byOthers = ({ tells }: Fate) => tells.filter(({ from }) => from !== undefined)

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

type AnswerFault = FaultOf<
  'refused' | 'unreachable' | 'throttles' | 'server-error' | 'times-out' | 'unreadable' | 'id-seen-before' | 'slow'
>

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

type ReceiptFault = FaultOf<
  | 'lost'
  | 'undelivered'
  | 'never-told'
  | 'told-early'
  | 'told-late'
  | 'told-often'
  | 'told-both'
  | 'only-sent'
  | 'told-backwards'
  | 'false-delivered'
  | 'forged'
  | 'foreign'
  | 'old-callback'
>

const last = ({ tells }: Fate) => tells.at(-1)?.afterMs ?? 3_000

/** What others say is theirs: no fault of the carrier moves it. */
const withOthers = (fate: Fate, own: (fate: Fate) => Fate): Fate => {
  const changed = own({ ...fate, tells: fate.tells.filter(({ from }) => from === undefined) })
  return { ...changed, tells: [...changed.tells, ...byOthers(fate)] }
}

const alsoTelling = (fate: Fate, telling: Fate['tells'][number]): Fate => ({ ...fate, tells: [...fate.tells, telling] })

/** A fault of what is told: of a text that was not taken, nothing is told by the carrier itself. */
export const withReceiptFault = (fate: Fate, fault: ReceiptFault): Fate => {
  switch (fault.fault) {
    case 'forged':
      return alsoTelling(fate, { told: fault.says, afterMs: 500, from: 'forger' })
    case 'foreign':
      return alsoTelling(fate, { told: 'delivered', afterMs: last(fate), from: 'foreigner' })
    case 'old-callback':
      return alsoTelling(fate, { told: 'delivered', afterMs: 9 * 86_400_000, from: 'archive' })
    default:
      return fate.accepts ? withOthers(fate, (own) => ({ ...own, ...tellingOf(own, fault) })) : fate
  }
}

type OwnFault = Exclude<ReceiptFault, FaultOf<'forged' | 'foreign' | 'old-callback'>>

const tellingOf = (fate: Fate, fault: OwnFault): Pick<Fate, 'tells'> & Partial<Fate> => {
  const { tells, answerMs } = fate
  switch (fault.fault) {
    case 'lost':
      return { tells: [], arrivesMs: undefined }
    case 'undelivered':
      return { tells: [{ told: fault.class, afterMs: last(fate) }], arrivesMs: undefined }
    case 'never-told':
      return { tells: [] }
    case 'told-early':
      return { tells: tells.map((one) => ({ ...one, afterMs: answerMs * 0.5 })) }
    case 'told-late':
      return { tells: tells.map((one) => ({ ...one, afterMs: one.told === 'sent' ? one.afterMs : fault.seconds * 1000 })) }
    case 'told-often':
      return { tells: tells.map((one) => ({ ...one, times: fault.times })) }
    case 'told-both': {
      const first = last(fate)
      const arrives = fault.first === 'delivered' || fault.last === 'delivered'
      return {
        ...(!arrives && { arrivesMs: undefined }),
        tells: [
          { told: fault.first, afterMs: first },
          { told: fault.last, afterMs: first + fault.seconds * 1000 },
        ],
      }
    }
    case 'only-sent':
      return { tells: tells.filter(({ told }) => told === 'sent') }
    case 'told-backwards':
      return { tells: tells.toReversed().map((one, index) => ({ ...one, afterMs: last(fate) + index * 200 })) }
    case 'false-delivered':
      return { arrivesMs: undefined, tells: [{ told: 'delivered', afterMs: last(fate) }] }
    default:
      return fault satisfies never
  }
}
