import type { IndustryKind } from '../../../functions/notification/kinds.ts'
import type { Definition } from '../workflow/definition.ts'
import { type Explored, explore } from './explore.ts'
import { InvocationTree } from './invocation-tree.ts'
import { startWorld } from './start-world.ts'
import { Tables } from './tables.ts'
import { everything, whatMatters } from './what-matters.ts'
import type { Budget } from './world.ts'

/** One notification, and what may happen to it: what is not named does not happen. */
export interface SmallWorld extends Partial<Budget> {
  readonly kind: IndustryKind
}

const none: Budget = { crashes: 0, lostReplies: 0, receipts: 0, outlived: 0, startedTwice: 0 }

const words: Readonly<Record<keyof Budget, string>> = {
  receipts: 'receipts',
  crashes: 'crashes',
  lostReplies: 'lost replies',
  outlived: 'outlived tasks',
  startedTwice: 'double starts',
}

/** e.g. "payment with receipts: 1, crashes: 1" */
export const nameOf = ({ kind, ...budget }: SmallWorld): string => {
  const parts = Object.entries({ ...none, ...budget }).filter(([, count]) => count > 0)
  return `${kind} with ${parts.map(([what, count]) => `${words[what as keyof Budget]}: ${count}`).join(', ')}`
}

interface Options {
  readonly isReduced?: boolean
  /** Told after each world how many were visited. */
  readonly onVisit?: (states: number) => void
}

/** Explores all that can happen in a small world. */
export const exploreAll = (
  definition: Definition,
  { kind, ...budget }: SmallWorld,
  { isReduced = true, onVisit }: Options = {},
): Promise<Explored> => {
  const tree = new InvocationTree(isReduced ? whatMatters : everything)
  const laws = { definition, tree, tables: new Tables(), isReduced }
  return explore(laws, () => startWorld(laws, kind, { ...none, ...budget }), onVisit)
}
