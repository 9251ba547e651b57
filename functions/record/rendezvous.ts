import { createHash } from 'node:crypto'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { AttemptRef } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import { Receipt } from '../notification/receipt.ts'
import { messageKey } from './keys.ts'
import { isRefused } from './refused.ts'
import { type Table, timeToLive } from './table.ts'

/** SNS may report for 72 hours; then nobody comes to a rendezvous any more. */
const rendezvousDays = 7

const parkedPrefix = 'RECEIPT#'

/** The same statement always has the same hash, however often it comes, fresh from its carrier or parked and read again. */
export const hashOf = (receipt: Receipt) => {
  const said = Object.entries(receipt).filter(([, value]) => value !== undefined)
  return createHash('sha256').update(JSON.stringify(said.sort())).digest('hex').slice(0, 32)
}

/** Both sides write the one item and read it back in the same step, so neither can miss the other. */
const meet = async (
  { client, name }: Table,
  carrier: CarrierName,
  messageId: string,
  field: string,
  value: object,
  now: Date,
) => {
  const { Attributes } = await client.send(
    new UpdateCommand({
      TableName: name,
      Key: messageKey(carrier, messageId),
      UpdateExpression: 'SET #field = :value, #ttl = if_not_exists(#ttl, :ttl)',
      ...(field === 'attempt' && { ConditionExpression: 'attribute_not_exists(#field) OR #field = :value' }),
      ExpressionAttributeNames: { '#field': field, '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':value': value, ':ttl': timeToLive(now, rendezvousDays) },
      ReturnValues: 'ALL_NEW',
    }),
  )
  return Attributes ?? {}
}

/**
 * Parks a receipt at its message's rendezvous.
 * @returns the attempt it is about, once that is known
 */
export type ParkReceipt = (receipt: Receipt, now: Date) => Promise<AttemptRef | undefined>

export const parkReceipt =
  (table: Table): ParkReceipt =>
  async (receipt, now) => {
    const met = await meet(table, receipt.carrier, receipt.messageId, `${parkedPrefix}${hashOf(receipt)}`, receipt, now)
    return z.object({ attempt: AttemptRef.optional() }).parse(met).attempt
  }

/**
 * Tells a message's rendezvous which attempt it is.
 * @returns the receipts that came first; 'taken' when the carrier gave this id to another attempt before
 */
export type KeepRendezvous = (
  carrier: CarrierName,
  messageId: string,
  attempt: AttemptRef,
  now: Date,
) => Promise<Receipt[] | 'taken'>

export const keepRendezvous =
  (table: Table): KeepRendezvous =>
  async (carrier, messageId, attempt, now) => {
    try {
      const met = await meet(table, carrier, messageId, 'attempt', attempt, now)
      const parked = Object.entries(met).filter(([field]) => field.startsWith(parkedPrefix))
      return parked.map(([, receipt]) => Receipt.parse(receipt))
    } catch (error) {
      if (isRefused(error)) return 'taken'
      throw error
    }
  }
