import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb'

const conflicts = new Set(['None', 'ConditionalCheckFailed', 'TransactionConflict'])

/** Whether a write was refused because somebody else wrote, so that reading again tells more. Everything else is a fault. */
export const isRefused = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  error instanceof TransactionConflictException ||
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).every(({ Code }) => Code !== undefined && conflicts.has(Code)))
