import type { Drain } from '../../steering/drain.ts'
import type { Table } from '../table.ts'
import { readStoredDrains } from './stored-drains.ts'

/** What operators have said of all carriers, strongly consistent: a word counts from the next decision on. Some may have ended. */
export type ReadDrains = () => Promise<readonly Drain[]>

export const readDrains =
  (table: Pick<Table, 'client' | 'name'>): ReadDrains =>
  async () =>
    (await readStoredDrains(table)).drains
