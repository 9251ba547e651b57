import type { Table } from '../../functions/record/table.ts'
import { asClient } from '../simulation/dynamo/as-client.ts'
import { inProcessDynamo } from '../simulation/dynamo/in-process-dynamo.ts'
import type { Change } from '../simulation/dynamo/table.ts'
import type { Item } from '../simulation/dynamo/value.ts'

/** A table in this process that counts what is changed in it. */
export const someRecords = (items: readonly Item[] = []) => {
  const changes: Change[] = []
  const dynamo = inProcessDynamo({ items, onChange: (change) => void changes.push(change) })
  let marks = 0
  const table: Table = {
    client: asClient(dynamo),
    name: 'records',
    recordDays: 400,
    personDays: 7,
    newMark: () => `mark-${++marks}`,
    pause: async () => {},
  }
  /** What was changed since it was asked last. */
  const changed = () => changes.splice(0)
  return { table, changed }
}
