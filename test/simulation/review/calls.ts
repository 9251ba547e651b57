import { ExecutionAlreadyExists, SendTaskSuccessCommand, StartExecutionCommand, TaskTimedOut } from '@aws-sdk/client-sfn'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { WorkflowCommand } from '../handlers/ports.ts'
import { Violation } from '../small-worlds/choice.ts'
import { replaced } from '../small-worlds/invocations.ts'
import type { Reply } from '../small-worlds/place.ts'
import { waysOfACall } from '../small-worlds/ways-of-a-call.ts'
import { answerIsTrue } from './answers.ts'
import { begun, runOf } from './invocations.ts'
import type { Laws } from './laws.ts'
import { failed, started, succeeded } from './reviews.ts'
import type { Invocation, World } from './world.ts'

const done: Reply = { key: 'done', value: {} }
const $metadata = { httpStatusCode: 400 }
const tooLate: Reply = { key: 'too late', error: new TaskTimedOut({ $metadata, message: 'the task is over' }) }
const isThere: Reply = { key: 'is there', error: new ExecutionAlreadyExists({ $metadata, message: 'it was started before' }) }

/** Starts an execution, or settles the task that waits, if it is that one. */
const asked = (laws: Laws, world: World, command: WorkflowCommand): [World, Reply] => {
  if (command instanceof StartExecutionCommand) {
    const after = started(laws, world, command.input.name ?? '', command.input.input ?? '')
    return after ? [after, done] : [world, isThere]
  }
  if (!(command instanceof SendTaskSuccessCommand)) throw new Violation('a review fails a task')
  const { taskToken, output = '' } = command.input
  const run = world.runs.find(({ task, execution }) => task === taskToken && !execution.end)
  return run ? [succeeded(laws, world, run, JSON.parse(output)), done] : [world, tooLate]
}

/** What a call does to the world, and what it replies. A transaction that is sent again after it was made is not made again. */
const effect = (laws: Laws, world: World, { place: { point, pointKey }, asksAgain }: Invocation): [World, Reply] => {
  if (point.type === 'workflow') return asked(laws, world, point.command)
  if (point.type !== 'table') throw new Error('this is no call of the cloud')
  if (asksAgain === 'made' && point.command instanceof TransactWriteCommand) return [world, done]
  const { tables, bus } = laws
  const { reply, table } = tables.make(world.table, point.command, pointKey)
  if (table === world.table) return [world, reply]
  const told = [...world.told, ...bus.tells(tables.itemsOf(world.table), tables.itemsOf(table))]
  return [{ ...world, table, told: told.sort((a, b) => a - b) }, reply]
}

/** What follows when a function is done: its task ends, but the one that waits for a decision. */
const returned = (laws: Laws, world: World, invocation: Invocation, value: unknown): World => {
  const gone = replaced(world, invocation)
  const run = runOf(world, invocation)
  answerIsTrue(laws, world, invocation, value)
  return run && invocation.place.invoked.function !== 'request-review' ? succeeded(laws, gone, run, value) : gone
}

/** An invocation goes on with a reply, until it asks for the next thing or is done. */
const told = (laws: Laws, world: World, invocation: Invocation, reply: Reply): World => {
  const { place: before, role, since, asksAgain } = invocation
  const place = laws.tree.after(before, reply, 0, asksAgain !== undefined)
  const { point, invoked } = place
  if (point.type === 'returned') return returned(laws, world, invocation, point.value)
  // Nothing that fails here makes a function throw, only its process dies: so it is a fault of our own.
  if (point.type === 'threw') throw new Violation(`${invoked.name} throws ${point.error.name}: ${point.error.message}`)
  return replaced(world, invocation, { place, role, since })
}

export const { made, lost } = waysOfACall<Laws, World>({ effect, told })

/** The process ends. Step Functions sees its task fail; a person asks once more, and so does the event of a rule. */
export const died = (laws: Laws, world: World, invocation: Invocation): World => {
  const { place, role } = invocation
  const left = { ...world.left, crashes: world.left.crashes - 1 }
  const gone = replaced({ ...world, left }, invocation)
  const run = runOf(world, invocation)
  if (run) return failed(laws, gone, run, { error: 'Runtime.ExitError', cause: '' })
  return role === 'task' ? gone : begun(laws, gone, { ...place.invoked, name: `${place.invoked.name}, once more` }, role)
}

/** The call is made, and the process ends. */
export const diedAfter = (laws: Laws, world: World, invocation: Invocation): World =>
  died(laws, effect(laws, world, invocation)[0], invocation)
