import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'

/** What is done with records; within a transaction, a put and an update are allowed by the same names. */
export type RecordsAction = 'ConditionCheckItem' | 'GetItem' | 'PutItem' | 'Query' | 'UpdateItem'

/**
 * "All keys that a call names" holds for a call that names none, too. DynamoDB names the partition of each of these actions, and of each
 * item of a transaction. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
const within = (partitions: string) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partitions] } })

/**
 * Lets a function do this with the table, or with one of its indexes: the table's own `grant` would let everybody use its indexes too.
 * @param partitions the keys of those alone, e.g. "CARRIERS" or "N#*"; left out: all
 */
export const letUseRecords = (
  grantee: IGrantable,
  resource: string,
  actions: readonly RecordsAction[],
  partitions?: string,
): void => {
  const named = actions.map((action) => `dynamodb:${action}`)
  const conditions = partitions === undefined ? undefined : within(partitions)
  Grant.addToPrincipal({ grantee, actions: named, resourceArns: [resource], ...(conditions && { conditions }) })
}
