import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb'
import { GetCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { World } from '../core/world.ts'
import { nextCall, type Place } from './place.ts'
import { callService } from './sdk.ts'

const $metadata = { httpStatusCode: 400 }
const message = 'Transaction is ongoing for the item'

/** How DynamoDB refuses a write that met another transaction. */
const conflictOf = (command: object): Error | undefined => {
  if (command instanceof TransactWriteCommand) {
    const CancellationReasons = (command.input.TransactItems ?? []).map(() => ({ Code: 'TransactionConflict', Message: message }))
    return new TransactionCanceledException({ $metadata, message, CancellationReasons })
  }
  return command instanceof UpdateCommand ? new TransactionConflictException({ $metadata, message }) : undefined
}

const isRead = (command: object) => command instanceof GetCommand || command instanceof QueryCommand

/** The SDK gives a transaction one token for all its tries, so that DynamoDB knows the second for a repeat. */
const withToken = <Command extends { readonly input: object }>(
  command: Command,
  token: string,
): Command | TransactWriteCommand =>
  command instanceof TransactWriteCommand ? new TransactWriteCommand({ ...command.input, ClientRequestToken: token }) : command

/** DynamoDB, as one invocation sees it. */
export const recordsFor = (world: World, place: Place) => async (command: { readonly input: object }) => {
  const { counts } = world.ledger
  const { of, invocation, process } = place
  const call = place.calls + 1
  const asked = withToken(command, `${of}/${process.step}/${invocation}/${call}`)
  return callService(world, place, 'records', () => {
    counts[isRead(asked) ? 'reads' : 'writes'] += 1
    const conflict = world.faults.strike('conflict', of, nextCall(place, call)) && conflictOf(asked)
    if (conflict) throw conflict
    return world.records.execute(asked)
  })
}
