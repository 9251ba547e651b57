import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { table } from '../handlers/simulated-deployment.ts'
import { idOf } from './ids.ts'
import type { World } from './world.ts'

/** Takes what has outlived its time from a notification's records, as DynamoDB does sooner or later. */
export const eraseByTime = ({ records, ledger, time }: World, of: number): void => {
  const PK = `N#${idOf(of)}`
  for (const item of records.items()) {
    if (item.PK !== PK || typeof item.ttl !== 'number' || item.ttl * 1000 > time.now()) continue
    ledger.erased.push(item)
    records.execute(new DeleteCommand({ TableName: table.name, Key: { PK, SK: item.SK } }))
  }
}
