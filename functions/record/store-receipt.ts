import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { AttemptRef } from '../notification/attempt.ts'
import type { Receipt } from '../notification/receipt.ts'
import { receiptKey } from './keys.ts'
import { isRefused } from './refused.ts'
import { hashOf } from './rendezvous.ts'
import { type Table, timeToLive } from './table.ts'

/** Keeps a receipt as a fact of the audit trail, once; the first time it came stays. */
export type StoreReceipt = (attempt: AttemptRef, receipt: Receipt, now: Date) => Promise<void>

export const storeReceipt =
  (table: Table): StoreReceipt =>
  async (attempt, receipt, now) => {
    const kept = { receivedAt: now.toISOString(), ttl: timeToLive(now, table.recordDays) }
    const Item = { ...receiptKey(attempt, hashOf(receipt)), ...receipt, ...kept }
    try {
      await table.client.send(new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(PK)' }))
    } catch (error) {
      if (!isRefused(error)) throw error
    }
  }
