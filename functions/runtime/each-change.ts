import { logger } from './logger.ts'

/** The place of a change in its table's stream. */
interface Placed {
  readonly dynamodb?: { readonly SequenceNumber?: string }
}

/**
 * Gives a handler the changes of a table's stream in their order, up to the first that fails: Lambda brings that one again and all that
 * follow it, so whatever was done of those would be done, and counted, twice.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const eachChange =
  <Change>(handle: (change: Change) => Promise<void>) =>
  async ({ Records }: { readonly Records: readonly (Change & Placed)[] }) => {
    for (const change of Records) {
      try {
        await handle(change)
      } catch (error) {
        logger.error('a change failed, and comes again with all that follow it', { error })
        return { batchItemFailures: [{ itemIdentifier: change.dynamodb?.SequenceNumber ?? '' }] }
      }
    }
    return { batchItemFailures: [] }
  }
