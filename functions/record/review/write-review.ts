import { TransactWriteCommand, type TransactWriteCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Review } from '../../template/review/review.ts'
import { currentKey, versionKey } from '../keys.ts'
import { isRefused } from '../refused.ts'
import type { Table } from '../table.ts'
import type { StoredReview } from './stored-review.ts'

interface Changed {
  readonly review: Review
  readonly token?: string | undefined
}

const versionUpdate = (TableName: string, before: StoredReview, { review, token }: Changed, mark: string) => ({
  TableName,
  Key: versionKey(review.name, review.version),
  UpdateExpression: `SET #review = :review, #changes = :changes, #mark = :mark${token === undefined ? '' : ', #token = :token'}`,
  ConditionExpression: '#changes = :unchanged',
  ExpressionAttributeNames: {
    '#review': 'review',
    '#changes': 'changes',
    '#mark': 'mark',
    ...(token !== undefined && { '#token': 'token' }),
  },
  ExpressionAttributeValues: {
    ':review': review,
    ':changes': before.changes + 1,
    ':mark': mark,
    ':unchanged': before.changes,
    ...(token !== undefined && { ':token': token }),
  },
})

type Member = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** An approved version becomes the one that is sent, where no later one is; a retired one stops being sent, where it still is. */
const currentWrite = (TableName: string, before: StoredReview, { review }: Changed): Member | undefined => {
  const { name, version, state } = review
  if (state === before.review.state) return undefined
  if (state === 'approved')
    return {
      Put: {
        TableName,
        Item: { ...currentKey(name), version: before.version, number: version, isRetired: false },
        ConditionExpression: 'attribute_not_exists(PK) OR #number < :number',
        ExpressionAttributeNames: { '#number': 'number' },
        ExpressionAttributeValues: { ':number': version },
      },
    }
  if (state === 'retired')
    return {
      Update: {
        TableName,
        Key: currentKey(name),
        UpdateExpression: 'SET #isRetired = :isRetired',
        ConditionExpression: '#number = :number',
        ExpressionAttributeNames: { '#isRetired': 'isRetired', '#number': 'number' },
        ExpressionAttributeValues: { ':isRetired': true, ':number': version },
      },
    }
  return undefined
}

/**
 * Writes what a rule changed, on the condition that nothing else was written since.
 * @returns whether it was written; false when somebody else was first
 */
export const writeReview = async (
  { client, name }: Pick<Table, 'client' | 'name'>,
  before: StoredReview,
  after: Changed,
  mark: string,
): Promise<boolean> => {
  const Update = versionUpdate(name, before, after, mark)
  const current = currentWrite(name, before, after)
  try {
    if (current === undefined) await client.send(new UpdateCommand(Update))
    else await client.send(new TransactWriteCommand({ TransactItems: [{ Update }, current] }))
    return true
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
}
