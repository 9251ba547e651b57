import type { Kind } from '../../../functions/notification/kinds.ts'
import type { Definition } from '../workflow/definition.ts'
import type { InvocationTree } from './invocation-tree.ts'
import type { Tables } from './tables.ts'

/** What is the same in all worlds that come of one. */
export interface Laws {
  readonly definition: Definition
  readonly kind: Kind
  readonly tree: InvocationTree
  readonly tables: Tables
  /** Whether worlds that differ in nothing that matters are taken for one. Off, it takes long. */
  readonly isReduced: boolean
}
