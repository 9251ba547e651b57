import { type KeptReceipt, listReceipts } from '../../functions/record/list-receipts.ts'
import { listReveals, type Reveal } from '../../functions/record/reveals.ts'
import { tableOf } from '../table-of.ts'
import type { Target } from '../target.ts'
import { type Execution, readExecution } from './read-execution.ts'

/** What lies around the record of a notification. */
export interface Around {
  readonly receipts: readonly KeptReceipt[]
  /** Undefined where there is none to tell its decisions. */
  readonly execution: Execution | undefined
  readonly reveals: readonly Reveal[]
}

/** Reads what carriers stated of a notification, how its workflow went, and who looked. */
export type ReadAround = (id: string) => Promise<Around>

export const readAround = (target: Target): ReadAround => {
  const table = tableOf(target)
  const executionOf = readExecution(target)
  return async (id) => {
    const [receipts, execution, reveals] = await Promise.all([
      Array.fromAsync(listReceipts(table, id)),
      executionOf(id),
      Array.fromAsync(listReveals(table, id)),
    ])
    return { receipts, execution, reveals }
  }
}
