import type { Kind } from '../../../functions/notification/kinds.ts'
import type { Definition } from '../workflow/definition.ts'
import { choicesOf } from './choices.ts'
import { type Explored, explore } from './explore.ts'
import { check } from './invariants.ts'
import { InvocationTree } from './invocation-tree.ts'
import type { Laws } from './laws.ts'
import type { Rules } from './rules.ts'
import { startWorld } from './start-world.ts'
import { Tables } from './tables.ts'
import { tidied } from './tidied.ts'
import { everything, whatMatters } from './what-matters.ts'
import { type Budget, endOf, keyOf, type World } from './world.ts'

/** One notification, and what may happen to it: what is not named does not happen. */
export interface SmallWorld extends Partial<Budget> {
  readonly kind: Kind
  /** Where it begins with the request, and not with the workflow. */
  readonly isUnrequested?: boolean
}

const none: Budget = {
  ...{ crashes: 0, lostReplies: 0, receipts: 0, outlived: 0, startedTwice: 0 },
  ...{ optOuts: 0, cancellations: 0, confirmations: 0 },
}

const words: Readonly<Record<keyof Budget, string>> = {
  receipts: 'receipts',
  crashes: 'crashes',
  lostReplies: 'lost replies',
  outlived: 'outlived tasks',
  startedTwice: 'double starts',
  optOuts: 'opt-outs',
  cancellations: 'cancellations',
  confirmations: 'confirmations',
}

/** e.g. "payment with receipts: 1, crashes: 1" */
export const nameOf = ({ kind, isUnrequested = false, ...budget }: SmallWorld): string => {
  const parts = Object.entries({ ...none, ...budget }).filter(([, count]) => count > 0)
  return `${kind}${isUnrequested ? ' from its request on' : ''} with ${parts.map(([what, count]) => `${words[what as keyof Budget]}: ${count}`).join(', ')}`
}

interface Options {
  readonly isReduced?: boolean
  /** Told after each world how many were visited. */
  readonly onVisit?: (states: number) => void
}

const rulesBy = (laws: Laws): Rules<World> => ({
  choicesOf: (world) => choicesOf(laws, world),
  tidied: (world) => tidied(laws, world),
  check: (before, after) => check(laws, before, after),
  keyOf,
  endOf: (world) => endOf(world, laws.tables.itemsOf(world.table)),
  stuckIn: ({ execution }) => (execution.end ? undefined : 'I3: nothing happens any more'),
})

/** Explores all that can happen in a small world. */
export const exploreAll = (
  definition: Definition,
  { kind, isUnrequested = false, ...budget }: SmallWorld,
  { isReduced = true, onVisit }: Options = {},
): Promise<Explored> => {
  const tree = new InvocationTree(isReduced ? whatMatters : everything)
  const laws = { definition, kind, tree, tables: new Tables(), isReduced }
  return explore(rulesBy(laws), () => startWorld(laws, kind, { ...none, ...budget }, isUnrequested), onVisit)
}
