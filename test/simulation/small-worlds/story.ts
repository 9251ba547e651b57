import { SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Command } from '../dynamo/in-process-dynamo.ts'
import type { WorkflowCommand } from '../handlers/ports.ts'
import type { Point } from './place.ts'

const nameOf = ({ PK = '', SK = '' }: { readonly PK?: string; readonly SK?: string }) => {
  if (SK === 'MESSAGE') return `the rendezvous ${PK}`
  if (SK.startsWith('SHARD')) return 'the budget'
  return SK.startsWith('RECEIPT') ? 'the receipt' : `the ${SK.toLowerCase()}`
}

const namesOf = ({ input: { TransactItems = [] } }: TransactWriteCommand) =>
  TransactItems.map(({ Put, Update, ConditionCheck }) => nameOf(Put?.Item ?? (Update ?? ConditionCheck)?.Key ?? {}))

const saidOfWorkflow = (command: WorkflowCommand): string => {
  if (command instanceof StartExecutionCommand) return `starts ${command.input.name}`
  return `settles ${command instanceof SendTaskSuccessCommand ? 'well' : 'badly'}`
}

const saidOfTable = (command: Command): string => {
  if (command instanceof GetCommand) return `reads ${nameOf(command.input.Key ?? {})}`
  if (command instanceof QueryCommand) return 'reads the template'
  if (command instanceof PutCommand) return `stores ${nameOf(command.input.Item ?? {})}`
  if (command instanceof UpdateCommand) return `writes ${nameOf(command.input.Key ?? {})}`
  if (command instanceof TransactWriteCommand) return `writes ${namesOf(command).join(' and ')}`
  return `asks the table for ${command.constructor.name}`
}

/** What an invocation is about to do, in words. */
export const saidOf = (point: Point): string => {
  switch (point.type) {
    case 'start':
      return 'begins'
    case 'table':
      return saidOfTable(point.command)
    case 'workflow':
      return saidOfWorkflow(point.command)
    case 'carrier':
      return `calls ${point.carrier}`
    case 'returned':
    case 'threw':
      return 'is done'
    default:
      return point satisfies never
  }
}
