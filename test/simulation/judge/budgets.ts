import { Notification } from '../../../functions/notification/notification.ts'
import type { World } from '../core/world.ts'
import type { Fault, FaultName } from '../faults/fault.ts'
import { routing } from '../handlers/simulated-deployment.ts'

/** Faults by which no process ends between two of its writes, and no count is made twice. */
const harmless: ReadonlySet<FaultName> = new Set([
  ...([
    'repeated',
    'conflicting',
    'malformed',
    'replayed',
    'delayed',
    'target-fails',
    'redelivered',
    'expires',
    'poison',
  ] as const),
  ...([
    'stream-repeat',
    'partial-put',
    'refused',
    'unreachable',
    'throttles',
    'server-error',
    'times-out',
    'unreadable',
  ] as const),
  ...(['lost', 'undelivered', 'never-told', 'told-early', 'told-late', 'told-often', 'told-both', 'only-sent'] as const),
  ...(['told-backwards', 'false-delivered', 'forged', 'foreign', 'old-callback', 'slow', 'id-seen-before', 'conflict'] as const),
  ...(['carrier-down', 'brown-out', 'flapping', 'storm', 'late-receipts'] as const),
])

const isHarmless = ({ fault }: Fault) => harmless.has(fault)

/** A fault of a process leaves the parts of one text reserved; how often one of a spell does, nobody counts. */
const mostLost = ({ faults }: World, kindOf: ReadonlyMap<number, string>, kind: string): number => {
  if (!faults.on(-1).every(isHarmless)) return Number.POSITIVE_INFINITY
  const ofKind = [...kindOf].filter(([, one]) => one === kind).flatMap(([of]) => faults.on(of))
  return ofKind.filter((fault) => !isHarmless(fault)).length * mostPartsEach
}

/** Of one text, twice: reserving may be told to a lost process, and so may giving back. */
const mostPartsEach = 6

const planned = ({ records, ledger }: World) =>
  [...ledger.erased, ...records.items()].filter(({ SK }) => SK === 'NOTIFICATION').map((item) => Notification.parse(item))

const maySent = ({ attempts, plan }: Notification) =>
  attempts.filter(({ answer }) => answer?.type !== 'notSent').length * (plan?.parts ?? 0)

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/**
 * I9: no counter was ever above its budget; all that may have been sent is counted; and nothing more is, but what was lost by
 * processes that ended.
 */
export const wrongBudgets = (world: World): string[] => {
  const notifications = planned(world)
  const kindOf = new Map(notifications.map(({ notificationId, kind = '' }) => [Number(notificationId.split('-')[1]), kind]))
  const over = [...world.ledger.overspent].map((budget) => `more is reserved of ${budget} than there is`)
  return [
    ...over,
    ...Object.keys(routing.kinds).flatMap((kind) => {
      const sent = sum(notifications.filter((one) => one.kind === kind).map(maySent))
      const reserved = sum(
        [...world.ledger.reserved].filter(([budget]) => budget.startsWith(`B#${kind}#`)).map(([, parts]) => parts),
      )
      if (reserved < sent) return [`${reserved} parts of ${kind} are reserved, and ${sent} may have been sent`]
      return reserved > sent + mostLost(world, kindOf, kind)
        ? [`${reserved - sent} parts of ${kind} are reserved for nothing`]
        : []
    }),
  ]
}
