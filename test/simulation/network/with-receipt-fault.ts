import type { FaultOf } from '../faults/fault.ts'
import type { ReceiptFault } from '../faults/receipt-faults.ts'
import { byOthers, type Fate } from './fate.ts'

/** When the last word on it comes. */
const lastMs = ({ tells }: Fate) => tells.at(-1)?.afterMs ?? 3_000

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
      return alsoTelling(fate, { told: 'delivered', afterMs: lastMs(fate), from: 'foreigner' })
    case 'old-callback':
      return alsoTelling(fate, { told: 'delivered', afterMs: 9 * 86_400_000, from: 'archive' })
    default:
      return fate.accepts ? withOthers(fate, (own) => ({ ...own, ...tellingOf(own, fault) })) : fate
  }
}

type OwnFault = Exclude<ReceiptFault, FaultOf<'forged' | 'foreign' | 'old-callback'>>

type Changed = Pick<Fate, 'tells'> & Partial<Fate>

const tellingBoth = (fate: Fate, { first, last, seconds }: FaultOf<'told-both'>): Changed => {
  const firstMs = lastMs(fate)
  const arrives = first === 'delivered' || last === 'delivered'
  return {
    ...(!arrives && { arrivesMs: undefined }),
    tells: [
      { told: first, afterMs: firstMs },
      { told: last, afterMs: firstMs + seconds * 1000 },
    ],
  }
}

const tellingOf = (fate: Fate, fault: OwnFault): Changed => {
  const { tells, answerMs } = fate
  switch (fault.fault) {
    case 'lost':
      return { tells: [], arrivesMs: undefined }
    case 'undelivered':
      return { tells: [{ told: fault.class, afterMs: lastMs(fate) }], arrivesMs: undefined }
    case 'never-told':
      return { tells: [] }
    case 'told-early':
      return { tells: tells.map((one) => ({ ...one, afterMs: answerMs * 0.5 })) }
    case 'told-late':
      return { tells: tells.map((one) => ({ ...one, afterMs: one.told === 'sent' ? one.afterMs : fault.seconds * 1000 })) }
    case 'told-often':
      return { tells: tells.map((one) => ({ ...one, times: fault.times })) }
    case 'told-both':
      return tellingBoth(fate, fault)
    case 'only-sent':
      return { tells: tells.filter(({ told }) => told === 'sent') }
    case 'told-backwards':
      return { tells: tells.toReversed().map((one, index) => ({ ...one, afterMs: lastMs(fate) + index * 200 })) }
    case 'false-delivered':
      return { arrivesMs: undefined, tells: [{ told: 'delivered', afterMs: lastMs(fate) }] }
    default:
      return fault satisfies never
  }
}
