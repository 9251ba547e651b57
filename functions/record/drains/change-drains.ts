import { Fault } from '../../notification/fault.ts'
import type { Drain } from '../../steering/drain.ts'
import type { DrainChange } from '../../steering/drain-change.ts'
import { drainChangeKey, drainsKey } from '../keys.ts'
import type { Table } from '../table.ts'
import { wasWritten } from '../transaction.ts'
import { readStoredDrains } from './stored-drains.ts'

/** What a word makes of all drains, or a code that says why it makes nothing of them. It may be asked more than once. */
export type DrainRule<Refusal extends string> = (drains: readonly Drain[]) => readonly Drain[] | Refusal

/**
 * Changes who is drained, and keeps who said what, and when, for the audit: both or neither.
 * @returns what lies in the table now, or the rule's refusal
 */
export type ChangeDrains = <Refusal extends string>(
  rule: DrainRule<Refusal>,
  said: Omit<DrainChange, 'version'>,
) => Promise<readonly Drain[] | Refusal>

/** More than there are operators at once; then something is wrong. */
const mostTries = 30

export const changeDrains =
  (table: Table): ChangeDrains =>
  async (rule, said) => {
    const { client, name: TableName, newMark, pause } = table
    const mark = newMark()
    for (let tries = 0; tries < mostTries; tries++) {
      const stored = await readStoredDrains(table)
      if (stored.mark === mark) return stored.drains // written, though the reply was lost
      const after = rule(stored.drains)
      if (typeof after === 'string') return after
      const version = stored.version + 1
      const change = { ...drainChangeKey(version), ...said, version }
      const isNext = 'attribute_not_exists(PK)' // else somebody else wrote since it was read
      const writes = [
        { Put: { TableName, Item: { ...drainsKey, drains: after, version, mark } } },
        { Put: { TableName, Item: change, ConditionExpression: isNext } },
      ]
      if (await wasWritten({ client }, writes)) return after
      await pause()
    }
    throw new Fault(`the drains changed ${mostTries} times while they were judged`)
  }
