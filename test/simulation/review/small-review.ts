import { type Explored, explore } from '../small-worlds/explore.ts'
import { InvocationTree, type Memory } from '../small-worlds/invocation-tree.ts'
import type { Rules } from '../small-worlds/rules.ts'
import { Tables } from '../small-worlds/tables.ts'
import { everything } from '../small-worlds/what-matters.ts'
import type { Definition } from '../workflow/definition.ts'
import type { ActName } from './acts.ts'
import { Bus } from './bus.ts'
import { choicesOf } from './choices.ts'
import { check } from './invariants.ts'
import type { Laws } from './laws.ts'
import { stuckIn } from './rest.ts'
import { type Beginning, startWorld } from './start-world.ts'
import { tidierOf } from './tidied.ts'
import { whatMatters } from './what-matters.ts'
import { type Budget, endOf, keyOf, type World } from './world.ts'

/** One template, and what may happen to it: what is not named does not happen. */
export interface SmallReview extends Partial<Budget> {
  readonly from: Beginning
  readonly acts: readonly ActName[]
  /** Whether somebody has asked for a notification by it. */
  readonly notifies?: boolean
}

/** e.g. "from a version in review: approve, reject; crashes: 1" */
export const nameOf = ({ from, acts, notifies: _, ...budget }: SmallReview): string =>
  [`from ${from}: ${acts.join(', ')}`, ...Object.entries(budget).map(([what, count]) => `${what}: ${count}`)].join('; ')

const rulesBy = (laws: Laws): Rules<World> => ({
  choicesOf: (world) => choicesOf(laws, world),
  tidied: tidierOf(laws),
  check: (before, after) => check(laws, before, after),
  keyOf,
  endOf: (world) => endOf(world, laws.tables.itemsOf(world.table)),
  stuckIn: (world) => stuckIn(laws, world),
})

/**
 * Explores all that can happen to a template's reviews.
 * @param isReduced whether worlds that differ in nothing that matters are one
 */
export const exploreReview = (definition: Definition, small: SmallReview, isReduced = true): Promise<Explored> => {
  const memory: Memory = isReduced ? whatMatters : everything
  const laws: Laws = { definition, tree: new InvocationTree(memory), tables: new Tables(), bus: new Bus(), isReduced }
  return explore(rulesBy(laws), () => startWorld(laws, small))
}
