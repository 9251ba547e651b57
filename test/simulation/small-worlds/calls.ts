import { ExecutionAlreadyExists, SendTaskSuccessCommand, StartExecutionCommand, TaskTimedOut } from '@aws-sdk/client-sfn'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { WorkflowCommand } from '../handlers/ports.ts'
import { begun, isAwaited, replaced } from './invocations.ts'
import type { Laws } from './laws.ts'
import type { Reply } from './place.ts'
import { told } from './told.ts'
import { waysOfACall } from './ways-of-a-call.ts'
import { failed, moved, succeeded } from './workflow-steps.ts'
import type { Invocation, World } from './world.ts'

const done: Reply = { key: 'done', value: {} }
const tooLate: Reply = { key: 'too late', error: new TaskTimedOut({ message: 'the task is over', $metadata: {} }) }

const thereAlready: Reply = {
  key: 'there already',
  error: new ExecutionAlreadyExists({ message: 'its name is taken', $metadata: {} }),
}

const started = (laws: Laws, world: World): [World, Reply] =>
  world.isStarted ? [world, thereAlready] : [moved(laws, { ...world, isStarted: true }, world.execution), done]

/** Settles the task that waits, if it is that one. */
const settled = (laws: Laws, world: World, command: WorkflowCommand): [World, Reply] => {
  if (command instanceof StartExecutionCommand) return started(laws, world)
  if (world.task?.until === undefined || world.task.name !== command.input.taskToken) return [world, tooLate]
  if (command instanceof SendTaskSuccessCommand) return [succeeded(laws, world, JSON.parse(command.input.output ?? '')), done]
  const { error = '', cause = '' } = command.input
  return [failed(laws, world, { error, cause }), done]
}

/** What a call does to the world, and what it replies. A transaction that is sent again after it was made is not made again. */
export const effect = (laws: Laws, world: World, { place: { point, pointKey }, asksAgain }: Invocation): [World, Reply] => {
  if (point.type === 'workflow') return settled(laws, world, point.command)
  if (point.type !== 'table') throw new Error('this is no call of the cloud')
  if (asksAgain === 'made' && point.command instanceof TransactWriteCommand) return [world, done]
  const { reply, table } = laws.tables.make(world.table, point.command, pointKey)
  return [{ ...world, table }, reply]
}

export const { made, lost } = waysOfACall<Laws, World>({ effect, told })

/** The process ends. Step Functions sees its task fail; a receipt comes again, and so does the event of a rule. */
export const died = (laws: Laws, world: World, invocation: Invocation): World => {
  const { place, role } = invocation
  const left = { ...world.left, crashes: world.left.crashes - 1 }
  const { name: _, ...invoked } = place.invoked
  const next = role === 'task' ? world : begun(laws, world, invoked, role)
  const gone = { ...replaced(next, invocation), left }
  return isAwaited(world, invocation) ? failed(laws, gone, { error: 'Runtime.ExitError', cause: '' }) : gone
}

/** The call is made, and the process ends. */
export const diedAfter = (laws: Laws, world: World, invocation: Invocation): World =>
  died(laws, effect(laws, world, invocation)[0], invocation)
