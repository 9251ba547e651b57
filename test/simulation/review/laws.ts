import type { InvocationTree } from '../small-worlds/invocation-tree.ts'
import type { Tables } from '../small-worlds/tables.ts'
import type { Definition } from '../workflow/definition.ts'
import type { Bus } from './bus.ts'

/** What is the same in all worlds that come of one. */
export interface Laws {
  readonly definition: Definition
  readonly tree: InvocationTree
  readonly tables: Tables
  readonly bus: Bus
  /** Whether worlds that differ in nothing that matters are taken for one. */
  readonly isReduced: boolean
}
