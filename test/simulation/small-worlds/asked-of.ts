import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Command } from '../dynamo/in-process-dynamo.ts'
import type { Pending, Point } from './place.ts'

/** Which item of the table a call reads or writes. */

interface Key {
  readonly SK?: string
}

const isOfNotification = ({ SK }: Key = {}) => SK === 'NOTIFICATION'
const isOfRecipient = ({ SK }: Key = {}) => SK === 'RECIPIENT'
const isOfLevel = ({ SK = '' }: Key = {}) => SK.startsWith('LEVEL#')
const isOfCounter = ({ SK }: Key = {}) => SK === 'SHARD'
const isOfBudget = (key: Key = {}) => isOfCounter(key) || isOfLevel(key)

type Call = Point | Pending | undefined

const commandOf = (call: Call): Command | undefined => (call?.type === 'table' ? call.command : undefined)

const reads = (isOf: (key?: Key) => boolean) => (call: Call) => {
  const command = commandOf(call)
  return command instanceof GetCommand && isOf(command.input.Key)
}

export const readsNotification = reads(isOfNotification)
export const readsRecipient = reads(isOfRecipient)
export const readsBudget = reads(isOfCounter)

/** Whether it writes one, or relies on its being as it was. */
const writes = (isOf: (key?: Key) => boolean) => (call: Call) => {
  const command = commandOf(call)
  if (command instanceof UpdateCommand) return isOf(command.input.Key)
  if (command instanceof PutCommand) return isOf(command.input.Item)
  if (!(command instanceof TransactWriteCommand)) return false
  return (command.input.TransactItems ?? []).some(({ Put, Update, ConditionCheck }) =>
    isOf(Put?.Item ?? (Update ?? ConditionCheck)?.Key),
  )
}

export const writesNotification = writes(isOfNotification)
export const writesRecipient = writes(isOfRecipient)
export const writesBudget = writes(isOfBudget)
export const writesLevel = writes(isOfLevel)
