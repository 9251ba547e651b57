import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  IdempotentParameterMismatchException,
  ResourceNotFoundException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import { convertToAttr } from '@aws-sdk/util-dynamodb'
import type { Item } from './value.ts'

/** Why one item of a transaction was, or was not, in its way. */
export interface Reason {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'ValidationError'
  readonly Message?: string
  readonly shown?: Item | undefined
}

/** As DynamoDB's own attribute values: the document client leaves those of an exception as they are. */
const marshalled = (item: Item) => Object.fromEntries(Object.entries(item).map(([name, value]) => [name, convertToAttr(value)]))

const conditionMessage = 'The conditional request failed'
const $metadata = { httpStatusCode: 400, attempts: 1, totalRetryDelay: 0 }

/** The SDK has no class for it: it throws its general exception under this name. */
export const invalid = (message: string) =>
  new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', $metadata, message })

export const isInvalid = (error: unknown): error is DynamoDBServiceException =>
  error instanceof DynamoDBServiceException && error.name === 'ValidationException'

export const noSuchTable = () => new ResourceNotFoundException({ $metadata, message: 'Requested resource not found' })

/** @param shown the item as it was, where the command asked for it */
export const conditionFailed = (shown?: Item) =>
  new ConditionalCheckFailedException({ $metadata, message: conditionMessage, ...(shown && { Item: marshalled(shown) }) })

export const otherTransaction = () =>
  new IdempotentParameterMismatchException({ $metadata, message: 'The token was used for another transaction' })

export const noReason: Reason = { Code: 'None' }

export const cancelled = (reasons: readonly Reason[]) => {
  const codes = reasons.map(({ Code }) => Code).join(', ')
  return new TransactionCanceledException({
    $metadata,
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    CancellationReasons: reasons.map(({ Code, Message, shown }) => ({
      Code,
      ...(Code === 'ConditionalCheckFailed' && { Message: conditionMessage }),
      ...(Message !== undefined && { Message }),
      ...(shown && { Item: marshalled(shown) }),
    })),
  })
}

/** What DynamoDB may well know, and this one does not: never passed in silence. */
export const notSimulated = (what: string) => new Error(`The in-process DynamoDB does not know ${what}.`)
