import {
  ConditionalCheckFailedException,
  InternalServerError,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'
import { isRefused } from '../../functions/record/refused.ts'

const about = { message: 'refused', $metadata: {} }
const cancelled = (...codes: (string | undefined)[]) =>
  new TransactionCanceledException({ ...about, CancellationReasons: codes.map((Code) => ({ Code })) })

describe('a write', () => {
  it.each<[string, unknown]>([
    ['its condition does not hold', new ConditionalCheckFailedException(about)],
    ['a transaction holds its item', new TransactionConflictException(about)],
    ['a condition of its transaction does not hold', cancelled('ConditionalCheckFailed', 'None')],
    ['its transaction collided with another', cancelled('None', 'TransactionConflict')],
    ['both', cancelled('ConditionalCheckFailed', 'TransactionConflict')],
  ])('was refused, so that reading tells more, when %s', (_, error) => {
    expect(isRefused(error)).toBe(true)
  })

  it.each<[string, unknown]>([
    ['its transaction was throttled', cancelled('None', 'ThrottlingError')],
    ['its transaction was throttled, whatever else', cancelled('ConditionalCheckFailed', 'ProvisionedThroughputExceeded')],
    ['its transaction is invalid', cancelled('ValidationError', 'None')],
    ['its transaction is still at work', new TransactionInProgressException(about)],
    ['the table is overloaded', new ProvisionedThroughputExceededException(about)],
    ['the service is broken', new InternalServerError(about)],
    ['nobody answered', Object.assign(new Error('no answer'), { name: 'TimeoutError' })],
    ['something else has such a name', Object.assign(new Error('no'), { name: 'ConditionalCheckFailedException' })],
    ['nothing was thrown', undefined],
  ])('has failed, which is a fault, when %s', (_, error) => {
    expect(isRefused(error)).toBe(false)
  })
})
