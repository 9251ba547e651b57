import type { Choice, Definition, Fail, State, Task } from './definition.ts'
import type { Call, End, Execution, Todo } from './execution.ts'
import { type Data, LeadsNowhere, numberAt, payloadOf, textAt, withResult } from './paths.ts'
import { backOff, matches } from './retry.ts'

/** Step Functions without a clock: each function answers what an execution becomes by one thing that happens to it. */

const stateOf = ({ States }: Definition, name: string): State => {
  const state = States[name]
  if (state === undefined) throw new Error(`there is no state ${name}`)
  return state
}

const chosen = ({ Choices, Default }: Choice, data: Data): string =>
  Choices.find(({ And }) => And.every(({ Variable, StringEquals }) => textAt(data, Variable) === StringEquals))?.Next ?? Default

const failed = (state: Fail, data: Data): End => ({
  status: 'FAILED',
  error: state.Error,
  cause: 'Cause' in state ? state.Cause : textAt(data, state.CausePath),
})

/** Fails at once where the task could not even be scheduled. */
const scheduled = (execution: Execution, task: Task): Execution => {
  callOf(execution, task, '')
  return execution
}

const arrived = (definition: Definition, execution: Execution): Execution => {
  const { data } = execution
  const state = stateOf(definition, execution.state)
  switch (state.Type) {
    case 'Task':
      return scheduled({ ...execution, retries: state.Retry.map(() => 0) }, state)
    case 'Choice':
      return entered(definition, execution, chosen(state, data))
    case 'Wait':
      textAt(data, state.TimestampPath)
      return execution
    case 'Succeed':
      return { ...execution, end: { status: 'SUCCEEDED' } }
    case 'Fail':
      return { ...execution, end: failed(state, data) }
    default:
      return state satisfies never
  }
}

/** Goes on until the world has something to do. */
const entered = (definition: Definition, { data, path }: Pick<Execution, 'data' | 'path'>, name: string): Execution => {
  const execution = { state: name, data, retries: [], path: [...path, name] }
  try {
    return arrived(definition, execution)
  } catch (error) {
    if (!(error instanceof LeadsNowhere)) throw error
    return { ...execution, end: { status: 'FAILED', error: 'States.Runtime', cause: error.message } }
  }
}

/** @param input e.g. `{ notificationId: 'shop-order-4711' }` */
export const start = (definition: Definition, input: Data): Execution =>
  entered(definition, { data: input, path: [] }, definition.StartAt)

const callOf = ({ state, data }: Execution, task: Task, taskToken: string): Call => ({
  type: 'call',
  state,
  step: task.step,
  payload: payloadOf(data, task.payload, taskToken),
  waitsForToken: task.waitsForToken,
  ...(task.timeoutSeconds && { timeoutSeconds: numberAt(data, task.timeoutSeconds) }),
})

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
