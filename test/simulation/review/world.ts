import type { Item } from '../dynamo/value.ts'
import type { Place } from '../small-worlds/place.ts'
import type { Execution } from '../workflow/execution.ts'
import type { ActName } from './acts.ts'

/** What may still go wrong, and what operators may still do. */
export interface Budget {
  /** Processes that die, before, between or after any of their calls. */
  readonly crashes: number
  /** Writes, starts and settlements that are made, and whose reply is lost: the client asks again. */
  readonly lostReplies: number
  /** Executions that somebody stops by hand. */
  readonly stops: number
  /** Stopped executions that somebody lets go on, with a new token. */
  readonly redrives: number
}

/** What is sent under the template's name. */
export interface Sent {
  readonly number: number
  readonly isRetired: boolean
}

export interface Invocation {
  readonly place: Place
  /** Whom it works for: a person, a task of a review, the rule on the machine's status, or a notification. */
  readonly role: 'person' | 'task' | 'rule' | 'notification'
  /** What was sent when it began. */
  readonly since: Sent | undefined
  /** The reply to its write was lost, and it asks again; DynamoDB knows a transaction by its token that it made before. */
  readonly asksAgain?: 'made' | 'refused'
}

/** The review of one version. */
export interface Run {
  /** Of the execution, e.g. "order-shipped-1". */
  readonly name: string
  readonly execution: Execution
  /** The task under way: its token, and the name of its invocation. */
  readonly task?: string
  /** How many tasks were scheduled: each has a token of its own. */
  readonly tasks: number
}

/** One template, its reviews and all that moves around them, between two steps. Nothing in it is ever changed. */
export interface World {
  readonly table: number
  readonly runs: readonly Run[]
  readonly live: readonly Invocation[]
  /** What people have not done yet. */
  readonly acts: readonly ActName[]
  readonly left: Budget
  /** What the bus was told, by number, once each. */
  readonly told: readonly number[]
}

const sinceKey = (since: Sent | undefined) => (since ? `${since.number}${since.isRetired}` : '')

const invocationKey = ({ place, since, asksAgain }: Invocation) => `${place.id}${asksAgain ?? ''}${sinceKey(since)}`

const runKey = ({ name, execution: { path: _, ...execution }, task, tasks }: Run) =>
  `${name} ${task} ${tasks} ${JSON.stringify(execution)}`

/** The same for two worlds in which the same can happen from here on: how they came to be does not count. */
export const keyOf = ({ table, runs, live, acts, left, told }: World): string =>
  [
    `${table} ${Object.values(left).join()} ${acts.join()} ${told.join()}`,
    runs.map(runKey).join(),
    live.map(invocationKey).sort().join(),
  ].join('\n')

/** What is in an item for whoever reads it, without the counts and marks of its writers. */
const readable = ({ changes: _, mark: __, version: ___, ...item }: Item): Item => item

/** How a world ended, in a form that is the same wherever it is explored. */
export const endOf = ({ runs }: World, items: readonly Item[]): string =>
  JSON.stringify([runs.map(({ name, execution: { state, end } }) => [name, state, end]), items.map(readable)])
