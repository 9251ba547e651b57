import { DeleteCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { get } from './get.ts'
import { Items } from './items.ts'
import { keyIn } from './keys.ts'
import { plannedDelete, plannedPut, plannedUpdate } from './planned-write.ts'
import { query } from './query.ts'
import { notSimulated } from './refusals.ts'
import type { Change, Index, SimulatedTable } from './table.ts'
import { copyOf, takeInAll } from './take-in.ts'
import { transactor } from './transact.ts'
import type { Item } from './value.ts'
import { assertReturnable, write } from './write.ts'

/** A command of the document client, e.g. `new GetCommand({ … })`. */
export interface Command {
  readonly input: object
}

interface Options {
  /** The table's name: a command for any other is refused. */
  readonly name?: string
  /** e.g. { 'open by deadline': { partition: { name: 'open', type: 'S' }, sort: { name: 'deadline', type: 'S' }, projected: 'all' } } */
  readonly indexes?: Readonly<Record<string, Index>>
  /** What lies in it at the start. */
  readonly items?: readonly Item[]
  /** Told each change in the order of the writes, before the command is answered: it may feed a stream. */
  readonly onChange?: (change: Change) => void
}

/** One table of DynamoDB in this process, with the keys `PK` and `SK`. */
export interface InProcessDynamo {
  /**
   * Does a command at once and whole.
   * @returns what the document client returns, without its metadata
   * @throws what the client throws; a plain error for what is not simulated
   */
  readonly execute: (command: Command) => object
  /** What lies in the table, by key. */
  readonly items: () => readonly Item[]
}

const tableOf = ({ name = 'records', indexes = {}, items = [], onChange }: Options): SimulatedTable => {
  const keys = Object.values(indexes).flatMap(({ partition, sort }) => [partition.name, sort.name])
  const table = { name, indexes, items: new Items(), bare: new Set(['PK', 'SK', ...keys]), onChange }
  for (const item of items) table.items.put(keyIn(item), takeInAll(item))
  return table
}

export const inProcessDynamo = (options: Options = {}): InProcessDynamo => {
  const table = tableOf(options)
  const transact = transactor(table)
  const execute: InProcessDynamo['execute'] = (command) => {
    if (command instanceof GetCommand) return get(table, command.input)
    if (command instanceof UpdateCommand) return write(table, plannedUpdate(table, command.input), command.input.ReturnValues)
    if (command instanceof TransactWriteCommand) return transact(command.input)
    if (command instanceof QueryCommand) return query(table, command.input)
    if (command instanceof PutCommand || command instanceof DeleteCommand) {
      assertReturnable(command.input.ReturnValues)
      const planned = command instanceof PutCommand ? plannedPut(table, command.input) : plannedDelete(table, command.input)
      return write(table, planned, command.input.ReturnValues)
    }
    throw notSimulated(`the command ${command.constructor.name}`)
  }
  return { execute, items: () => table.items.all().map(copyOf) }
}
