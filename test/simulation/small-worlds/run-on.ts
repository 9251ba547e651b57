import type { PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { budgetKey, drainsKey } from '../../../functions/record/keys.ts'
import { afterNoon } from '../../builders/noon.ts'
import { handlersOver } from '../handlers/handlers-over.ts'
import type { Ports } from '../handlers/ports.ts'
import type { Invoked, Pending, Point, Told } from './place.ts'

/** The bus takes whatever it is told, which is nothing to go by here. */
const taken = async ({ input: { Entries = [] } }: PutEventsCommand) => ({ Entries: Entries.map(() => ({ EventId: 'taken' })) })

/** Nothing of a budget is spent in these worlds: how texts contend for its parts is for the simulation, and for its property test. */
const readsBudget = (command: object) => command instanceof GetCommand && command.input.Key?.SK === budgetKey('order', '', 0).SK

/** Nobody drains a carrier here: that is for the simulation, and for the tests of the workflow. */
const readsDrains = (command: object) => command instanceof GetCommand && command.input.Key?.SK === drainsKey.SK

const beyond = (what: string) => () => Promise.reject(new Error(`${what} is beyond this world`))

/** Ports that answer as it was told before, and then no more. */
const portsOf = ({ name }: Invoked, history: readonly Told[], stop: (pending: Pending) => void): Ports => {
  let seconds = history[0]?.seconds ?? 0
  let replies = 1 // the first of them was that it begins
  let marks = 0
  const ask = async (pending: Pending) => {
    const told = history[replies++]
    if (told === undefined) {
      stop(pending)
      return new Promise<never>(() => {})
    }
    seconds = told.seconds
    if (told.reply.error) throw told.reply.error
    return told.reply.value as never
  }
  return {
    dynamo: async (command) =>
      readsBudget(command) || readsDrains(command) ? {} : ask({ type: 'table', command: command as { readonly input: object } }),
    workflows: (command) => ask({ type: 'workflow', command }),
    callCarrier: (carrier, message) => ask({ type: 'carrier', carrier, message }),
    events: taken,
    keepDeadLetter: beyond('a dead-letter queue'),
    emit: () => {},
    now: () => afterNoon(seconds),
    random: () => 0,
    newMark: () => `${name}.${++marks}`,
    pause: async () => {},
  }
}

/** Runs the real handler on what it was told, until it asks for more or is done. Nothing here waits longer than a microtask. */
export const runOn = async (invoked: Invoked, history: readonly Told[]): Promise<Point> => {
  const stopped = Promise.withResolvers<Point>()
  let asked = 0
  const stop = (pending: Pending) => {
    asked += 1
    if (asked > 1) stopped.reject(new Error(`${invoked.name} asks for two things at once, which this explorer cannot follow`))
    stopped.resolve(pending)
  }
  const handle = handlersOver(portsOf(invoked, history, stop))[invoked.function] as (payload: unknown) => Promise<unknown>
  const done = handle(invoked.payload).then(
    (value): Point => ({ type: 'returned', value }),
    (error: Error): Point => ({ type: 'threw', error }),
  )
  return Promise.race([done, stopped.promise])
}
