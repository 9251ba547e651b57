import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** The one table, how long its items are kept, and the chance that its writers need. */
export interface Table {
  readonly client: DynamoDBDocumentClient
  readonly name: string
  /** Days that a notification and its receipts are kept for the audit: longer than any archive that could replay its request. */
  readonly recordDays: number
  /** Days that number, parameters and text are kept after the text's validity. */
  readonly personDays: number
  /** Random, one per write: by it a writer recognises its own work when the reply was lost. */
  readonly newMark: () => string
  /** Between two tries of one change, not as long for both of two writers that meet. */
  readonly pause: () => Promise<void>
}

const longestPauseMs = 50

export const byChance: Pick<Table, 'newMark' | 'pause'> = {
  newMark: randomUUID,
  pause: () => setTimeout(Math.random() * longestPauseMs),
}

/**
 * A client that tries until the function's time is nearly over: an id that is lost after a carrier accepted is lost for good.
 * Two seconds for one try is long for DynamoDB; 12 tries with the SDK's jittered back-off outlast every function of the path.
 */
export const recordsClient = (): DynamoDBDocumentClient => {
  const requestHandler = { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true }
  const client = new DynamoDBClient({ maxAttempts: 12, requestHandler })
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

const daySeconds = 86_400

/** DynamoDB's time to live: whole seconds since 1970. Items go days late, so nothing relies on it. */
export const timeToLive = (from: Date, days: number) => Math.floor(from.getTime() / 1000) + days * daySeconds
