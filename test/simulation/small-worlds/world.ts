import type { Answer } from '../../../functions/notification/attempt.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { Told } from '../../workflows/fates.ts'
import type { Item } from '../dynamo/value.ts'
import type { Execution } from '../workflow/execution.ts'
import type { Place } from './place.ts'

/** What may still go wrong, and how much may still be told. */
export interface Budget {
  /** Processes that die before, between or after any of their calls. */
  readonly crashes: number
  /** Writes and settlements that are made, and whose reply is lost: the client asks again. */
  readonly lostReplies: number
  readonly receipts: number
  /** Words of the recipient that they want no texts, or no marketing where that is what comes. */
  readonly optOuts: number
  /** Events that cancel the notification. */
  readonly cancellations: number
  /** Events that say that the recipient acted. */
  readonly confirmations: number
  /** Tasks that are over while their function lives on: it may call and record as late as it likes. */
  readonly outlived: number
  /** Tasks whose function Lambda starts twice. */
  readonly startedTwice: number
}

export interface Invocation {
  readonly place: Place
  /** Whom it works for: the task under way (or that was), a carrier that tells, or what comes again until it is done: the rule on the machine's status, the stream, a queue. */
  readonly role: 'task' | 'receipt' | 'rule'
  /** The carrier has the request, and this is on its way back. */
  readonly answer?: Answer
  /** The reply to its write was lost, and it asks again; DynamoDB knows a transaction by its token that it made before. */
  readonly asksAgain?: 'made' | 'refused'
}

/** A request that a carrier was sent: the truth, whatever the records say. */
export interface Request {
  readonly carrier: CarrierName
  readonly attempt: number
  readonly answer: Answer
}

/** A receipt that a carrier has sent. */
export interface Receipt {
  readonly attempt: number
  readonly told: Told
}

/** The task that the execution waits for. */
export interface Task {
  /** Its token, and the name of its invocation. */
  readonly name: string
  /** Seconds since noon at which it fails by itself. */
  readonly until?: number
}

/** One notification and all that moves around it, between two steps. Nothing in it is ever changed. */
export interface World {
  readonly table: number
  readonly execution: Execution
  /** Whether it has been requested, and its workflow begun. */
  readonly isStarted: boolean
  readonly task?: Task
  /** How many tasks of Send were scheduled: each has a token of its own. */
  readonly sends: number
  readonly live: readonly Invocation[]
  readonly requests: readonly Request[]
  readonly receipts: readonly Receipt[]
  readonly left: Budget
  /** Whether a function has outlived its task. */
  readonly isOutlived: boolean
  /** Since noon. */
  readonly seconds: number
}

const invocationKey = ({ place, answer, asksAgain }: Invocation) => `${place.id}${answer?.type ?? ''}${asksAgain ?? ''}`

const executionKeys = new WeakMap<Execution, string>()

const executionKey = (execution: Execution): string => {
  const { path: _, ...rest } = execution
  const key = executionKeys.get(execution) ?? JSON.stringify(rest)
  executionKeys.set(execution, key)
  return key
}

/** The same for two worlds in which the same can happen from here on: how they came to be does not count. */
export const keyOf = ({
  table,
  execution,
  isStarted,
  task,
  sends,
  live,
  requests,
  receipts,
  left,
  isOutlived,
  seconds,
}: World): string =>
  [
    `${table} ${seconds} ${sends} ${task?.name} ${task?.until} ${Object.values(left).join()} ${isOutlived} ${isStarted}`,
    executionKey(execution),
    live.map(invocationKey).sort().join(),
    requests
      .map(({ attempt, answer }) => `${attempt} ${answer.type}`)
      .sort()
      .join(),
    receipts
      .map(({ attempt, told }) => `${attempt} ${told}`)
      .sort()
      .join(),
  ].join('\n')

/** Without the instant at which a receipt was stored, which may be any after it was told. */
const timeless = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([field]) => !('receivedAt' in item) || !['receivedAt', 'ttl'].includes(field)))

/** Without the count of writes that a change of a recipient was, which is tidied where nobody can see it. */
const uncounted = ({ version, ...item }: Item): Item =>
  String(item.SK).startsWith('CHANGE#') || version === undefined ? item : { ...item, version }

/** How a world ended, in a form that is the same wherever it is explored. */
export const endOf = ({ execution, requests, receipts, seconds }: World, items: readonly Item[]): string => {
  const told = receipts.map((receipt) => `${receipt.attempt} ${receipt.told}`).sort()
  return JSON.stringify([execution.state, execution.end, seconds, items.map(timeless).map(uncounted), requests, told])
}
