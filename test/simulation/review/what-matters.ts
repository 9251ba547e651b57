import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Invoked, Point, Told } from '../small-worlds/place.ts'

const isConditional = ({ asked }: Told) =>
  asked.type === 'table' && (asked.command instanceof TransactWriteCommand || asked.command instanceof UpdateCommand)

/**
 * What an invocation still knows of what it was told. A write that was refused is judged anew on what is read anew, so what came
 * before it is forgotten; but where an earlier reply was lost, the refused write may be its own, and what it was about still
 * counts. A notification's function reads its template before, and keeps it.
 */
export const whatMatters = ({ function: name }: Invoked, history: readonly Told[], _: Point): string => {
  const refused =
    name === 'validate' ? -1 : history.findLastIndex((one) => isConditional(one) && one.reply.error && !one.isRepeated)
  return history
    .slice(refused + 1)
    .map(({ reply, isRepeated }) => `${isRepeated} ${reply.key}`)
    .join('\n')
}
