import type { Choice, Comparison, Definition, Fail, State, Task } from './definition.ts'
import type { Call, End, Execution } from './execution.ts'
import { type Data, LeadsNowhere, numberAt, payloadOf, textAt, truthAt } from './paths.ts'

/** @param name a state of this definition */
export const stateOf = ({ States }: Definition, name: string): State => {
  const state = States[name]
  if (state === undefined) throw new Error(`there is no state ${name}`)
  return state
}

const holds = (data: Data, comparison: Comparison): boolean =>
  'StringEquals' in comparison
    ? textAt(data, comparison.Variable) === comparison.StringEquals
    : truthAt(data, comparison.Variable) === comparison.BooleanEquals

const chosen = ({ Choices, Default }: Choice, data: Data): string =>
  Choices.find(({ And }) => And.every((comparison) => holds(data, comparison)))?.Next ?? Default

const failed = (state: Fail, data: Data): End => ({
  status: 'FAILED',
  error: state.Error,
  cause: 'Cause' in state ? state.Cause : textAt(data, state.CausePath),
})

const timeoutOf = ({ timeoutSeconds }: Task, data: Data) =>
  typeof timeoutSeconds === 'object' ? numberAt(data, timeoutSeconds) : timeoutSeconds

/** What a task asks of its function. */
export const callOf = ({ state, data }: Execution, task: Task, taskToken: string): Call => {
  const timeoutSeconds = timeoutOf(task, data)
  return {
    type: 'call',
    state,
    step: task.step,
    payload: payloadOf(data, task.payload, taskToken),
    waitsForToken: task.waitsForToken,
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
  }
}

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
export const entered = (definition: Definition, { data, path }: Pick<Execution, 'data' | 'path'>, name: string): Execution => {
  const execution = { state: name, data, retries: [], path: [...path, name] }
  try {
    return arrived(definition, execution)
  } catch (error) {
    if (!(error instanceof LeadsNowhere)) throw error
    return { ...execution, end: { status: 'FAILED', error: 'States.Runtime', cause: error.message } }
  }
}
