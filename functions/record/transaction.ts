import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { Fault } from '../notification/fault.ts'
import { isRefused } from './refused.ts'
import type { Table } from './table.ts'

/** The writes of one transaction. */
export type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>

/** Makes all of them, or none where somebody else wrote: then false. */
export const wasWritten = async ({ client }: Pick<Table, 'client'>, TransactItems: Writes): Promise<boolean> => {
  try {
    await client.send(new TransactWriteCommand({ TransactItems }))
    return true
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
}

/** More than there are writers of one item at once that come to nothing; then something is wrong. */
const mostTries = 10

/**
 * Tries until there is an answer: transactions that meet may all be refused, and leave nothing to be found.
 * @throws a fault after the last try, so that whatever asked for it comes again
 */
export const inOneOfSomeTries = async <Answer>(
  { pause }: Pick<Table, 'pause'>,
  attempt: () => Promise<Answer | undefined>,
): Promise<Answer> => {
  for (let tries = 0; tries < mostTries; tries++) {
    const answer = await attempt()
    if (answer !== undefined) return answer
    await pause()
  }
  throw new Fault(`${mostTries} transactions were refused, and nothing was found that they met`)
}
