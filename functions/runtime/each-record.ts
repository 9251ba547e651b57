import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { logger } from './logger.ts'

type Batch = Parameters<typeof processPartialResponse>[0]

/** Gives a handler the messages of a queue's batch one by one; only those that failed come again. */
export const eachRecord = <Item>(handle: (record: Item) => Promise<void>) => {
  const processor = new BatchProcessor(EventType.SQS)
  const handleAndTell = async (record: Item) => {
    try {
      await handle(record)
    } catch (error) {
      logger.error('a record failed and will come again', { error })
      throw error
    }
  }
  return (batch: Batch) => processPartialResponse(batch, handleAndTell, processor, { throwOnFullBatchFailure: false })
}
