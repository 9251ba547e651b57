import type { Kind } from '../../../functions/notification/kinds.ts'
import { Notification } from '../../../functions/notification/notification.ts'
import { Receipt } from '../../../functions/notification/receipt.ts'
import { idOf } from '../core/ids.ts'
import type { Arming, Asked, CarrierCall, DeadLetter, Started, Statement, StatusEventSeen } from '../core/ledger.ts'
import { requestOf } from '../core/population.ts'
import { type Simulated, start } from '../core/simulate.ts'
import { findTemplates } from '../core/templates.ts'
import type { Item } from '../dynamo/value.ts'
import type { Fault } from '../faults/fault.ts'
import { wrongBudgets } from './budgets.ts'
import { frequenciesOf } from './frequencies.ts'

/** One line of the audit trail. */
interface Fact {
  readonly attempt: number
  readonly receipt: Receipt
  /** By the clock of the function that kept it, in milliseconds since 1970. */
  readonly receivedAt: number
}

/** All that is to be judged of one notification: the carriers' truth, our records, and what was told of them. */
export interface Case {
  readonly of: number
  readonly id: string
  readonly kind: Kind
  readonly asked: readonly Asked[]
  readonly record: Notification | undefined
  /** The audit trail: what each receipt said, by attempt. */
  readonly facts: readonly Fact[]
  readonly calls: readonly CarrierCall[]
  readonly statements: readonly Statement[]
  readonly events: readonly StatusEventSeen[]
  /** What still lies there after all was redriven. */
  readonly deadLetters: readonly DeadLetter[]
  readonly started: readonly Started[]
  readonly armings: readonly Arming[]
  readonly isCancelledInVain: boolean
  readonly areDrainsIgnored: boolean
  /** What is wrong with how often its recipient was texted. */
  readonly tooFrequent: readonly string[]
  /** What is wrong with the budgets of the whole run; said of its first notification. */
  readonly budgets: readonly string[]
  readonly leaks: readonly string[]
  readonly contradictions: readonly string[]
  /** Aimed at it. */
  readonly faults: readonly Fault[]
  /** Of the whole world. */
  readonly spells: readonly Fault[]
  /** When the last spell of the world was over, in milliseconds since 1970. */
  readonly calmSince: number
}

const kindOf = (template: string): Kind => {
  const kind = findTemplates().find(({ name }) => name === template)?.kind
  if (kind === undefined) throw new Error(`there is no template ${template}`)
  return kind
}

const factOf = (item: Item): Fact => ({
  attempt: Number(String(item.SK).split('#')[1]),
  receipt: Receipt.parse(item),
  receivedAt: Date.parse(String(item.receivedAt)),
})

const by = <One extends { readonly of: number }>(items: Iterable<One>) => {
  const groups = Map.groupBy(items, ({ of }) => of)
  return (of: number): readonly One[] => groups.get(of) ?? []
}

const isFact = ({ SK }: Item) => String(SK).startsWith('RECEIPT#')

const spellEnds = (faults: readonly Fault[]) => [
  start,
  ...faults.map((fault) => ('from' in fault ? start + (fault.from + fault.seconds) * 1000 : start)),
]

/** One case for each notification of a run. */
export const casesOf = ({ world, run }: Simulated): readonly Case[] => {
  const { ledger, records, chance, faults } = world
  const items = Map.groupBy([...ledger.erased, ...records.items()], ({ PK }) => String(PK))
  const [asked, calls, letters] = [by(ledger.asked), by(ledger.calls), by(ledger.deadLetters)]
  const [statements, events] = [by(ledger.statements.map((one) => ({ ...one, of: one.call.of }))), by(ledger.events.values())]
  const armings = by(ledger.armings)
  const [tooFrequent, budgets] = [frequenciesOf(world), wrongBudgets(world)]
  const [started, leaks, contradictions] = [by(ledger.started), by(ledger.leaks), by(ledger.contradictions)]
  const calmSince = Math.max(...spellEnds(faults.on(-1)))
  return run.notifications.map((of) => {
    const own = items.get(`N#${idOf(of)}`) ?? []
    const stored = own.find(({ SK }) => SK === 'NOTIFICATION')
    return {
      of,
      id: idOf(of),
      kind: kindOf(requestOf(chance, of).template),
      asked: asked(of),
      record: stored && Notification.parse(stored),
      facts: own.filter(isFact).map(factOf),
      calls: calls(of),
      statements: statements(of),
      events: events(of),
      deadLetters: letters(of),
      started: started(of),
      armings: armings(of),
      isCancelledInVain: ledger.cancelledInVain.has(of),
      areDrainsIgnored: ledger.drainsIgnored.has(of),
      tooFrequent: tooFrequent.get(of) ?? [],
      budgets: of === run.notifications[0] ? budgets : [],
      leaks: [...leaks(of), ...(of === run.notifications[0] ? leaks(-1) : [])].map(({ where }) => where),
      contradictions: contradictions(of).map(({ eventId }) => eventId),
      faults: faults.on(of),
      spells: faults.on(-1),
      calmSince,
    }
  })
}
