import type { Definition, Task } from './definition.ts'
import { callOf, entered, stateOf } from './entering.ts'
import type { Execution, Todo } from './execution.ts'
import { type Data, textAt, withResult } from './paths.ts'
import { backOff, matches } from './retry.ts'

/** Step Functions without a clock: each function answers what an execution becomes by one thing that happens to it. */

/** @param input e.g. `{ notificationId: 'shop-order-4711' }` */
export const start = (definition: Definition, input: Data): Execution =>
  entered(definition, { data: input, path: [] }, definition.StartAt)

/**
 * What the execution waits for now.
 * @param taskToken of the task that is scheduled by this: AWS makes a new one for each try
 */
export const todo = (definition: Definition, execution: Execution, taskToken: string): Todo => {
  const { state: name, data, backsOff, end } = execution
  if (end) return { type: 'ended', state: name, ...end }
  if (backsOff !== undefined) return { type: 'back-off', state: name, seconds: backsOff }
  const state = stateOf(definition, name)
  if (state.Type === 'Task') return callOf(execution, state, taskToken)
  if (state.Type === 'Wait') return { type: 'wait', state: name, until: new Date(textAt(data, state.TimestampPath)) }
  throw new Error(`nothing is left to do in ${name}`)
}

const taskOf = (definition: Definition, { state: name, backsOff, end }: Execution): Task => {
  const state = stateOf(definition, name)
  if (state.Type !== 'Task' || backsOff !== undefined || end) throw new Error(`no task is under way in ${name}`)
  return state
}

/** The task is done: its function answered, or SendTaskSuccess came by its token. */
export const succeed = (definition: Definition, execution: Execution, output: unknown): Execution => {
  const { ResultPath, Next } = taskOf(definition, execution)
  return entered(definition, { ...execution, data: withResult(execution.data, ResultPath, output ?? null) }, Next)
}

/** What a task failed by. */
export interface Failure {
  readonly error: string
  readonly cause: string
}

/**
 * The task failed: its function threw, SendTaskFailure came by its token, or its time is over (States.Timeout). The first Retry that
 * names the error is used until it is used up; then the first Catch counts.
 * @param random from 0 to 1: where a back-off falls in its span
 */
export const fail = (definition: Definition, execution: Execution, { error, cause }: Failure, random: number): Execution => {
  const { Retry, Catch } = taskOf(definition, execution)
  const index = Retry.findIndex((retrier) => matches(retrier, error))
  const [retrier, used] = [Retry[index], execution.retries[index] ?? 0]
  if (retrier && used < retrier.MaxAttempts)
    return { ...execution, retries: execution.retries.with(index, used + 1), backsOff: backOff(retrier, used, random) }
  const catcher = Catch.find((one) => matches(one, error))
  return catcher ? entered(definition, execution, catcher.Next) : { ...execution, end: { status: 'FAILED', error, cause } }
}

/** The instant of a Wait has come, or a back-off is over. */
export const waited = (definition: Definition, execution: Execution): Execution => {
  const { backsOff, ...others } = execution
  if (backsOff !== undefined) return others
  const state = stateOf(definition, execution.state)
  if (state.Type !== 'Wait' || execution.end) throw new Error(`nobody waits in ${execution.state}`)
  return entered(definition, execution, state.Next)
}

/** Somebody stopped it by hand, or its `definition.TimeoutSeconds` are over. */
export const stop = (execution: Execution, status: 'TIMED_OUT' | 'ABORTED'): Execution => ({ ...execution, end: { status } })
