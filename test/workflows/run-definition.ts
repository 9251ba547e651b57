import { ExecutionError, StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions'
import { vi } from 'vitest'

/** The functions of the steps, by the folder of their code. A task that waits for its token ends when its function's promise does. */
export type Functions<Folder extends string = 'validate' | 'send' | 'fall-back' | 'close'> = Readonly<
  Record<Folder, (payload: never) => unknown>
>

interface Task {
  readonly Type: 'Task'
  readonly Resource: string
  readonly Parameters?: { readonly FunctionName?: string; readonly [field: string]: unknown }
  readonly TimeoutSecondsPath?: string
}

export interface Run {
  /** Every state that was entered. */
  readonly path: readonly string[]
  /** The last step that ran: whose decision or failure led to the end. */
  readonly left: string | undefined
  readonly ended: string | undefined
  /** What the execution failed by; undefined when it succeeded. */
  readonly failure: { readonly error: string; readonly cause: string } | undefined
  readonly output: unknown
  readonly seconds: number
  /** All that the history of an execution would hold. */
  readonly history: readonly unknown[]
}

const tasksOf = ({ States }: StateMachineDefinition) =>
  Object.entries(States).filter(([, { Type }]) => Type === 'Task') as [string, Task][]

/** The longest time that a timer of Node knows, in whole seconds: 24 days, 20 hours and 31 minutes. */
const longestTimer = Math.floor((2 ** 31 - 1) / 1000)

/** The interpreter looks for the timeout in what Parameters made of the state, AWS in the state itself; and it has Node's timers. */
const withTimeouts = (definition: StateMachineDefinition): StateMachineDefinition => {
  const TimeoutSeconds = Math.min(definition.TimeoutSeconds ?? longestTimer, longestTimer)
  const States = { ...definition.States }
  for (const [name, task] of tasksOf(definition)) {
    const { TimeoutSecondsPath: path, Parameters } = task
    if (path === undefined) continue
    const adapted: Task = { ...task, TimeoutSecondsPath: '$.timeout', Parameters: { ...Parameters, 'timeout.$': path } }
    States[name] = adapted as (typeof States)[string]
  }
  return { ...definition, TimeoutSeconds, States }
}

const stepOf = (functions: Functions<string>, name: string | undefined) =>
  name !== undefined && Object.hasOwn(functions, name) ? functions[name] : undefined

/** The interpreter has one token for all tasks, AWS a new one for each time that one is scheduled. */
const withOwnToken = (payload: object, newToken: () => string) =>
  'taskToken' in payload ? { ...payload, taskToken: newToken() } : payload

/** AWS calls the function that the task names, with the payload where there is one, and takes no answer for null. */
const handlersOf = (definition: StateMachineDefinition, functions: Functions<string>, newToken: () => string) =>
  Object.fromEntries(
    tasksOf(definition).map(([state, { Resource, Parameters }]) => {
      const name = (Parameters?.FunctionName ?? Resource).split(':').at(-1)
      const step = stepOf(functions, name)
      if (step === undefined) throw new Error(`${state} calls ${name}, which is no step`)
      const payloadOf = (input: object) => withOwnToken('Payload' in input ? (input.Payload as object) : input, newToken)
      return [state, async (input: object) => (await step(payloadOf(input) as never)) ?? null]
    }),
  )

/** "token-1", "token-2", … */
export const tokens = () => {
  let count = 0
  return () => `token-${++count}`
}

interface Options {
  readonly newToken?: () => string
  /** Seconds after which somebody stops the execution by hand. */
  readonly abortAfter?: number | undefined
}

/** Lets everybody finish who waits for no later moment. */
const untilNothingHappens = () => vi.advanceTimersByTimeAsync(0)

/**
 * Executes a definition by the functions given, in virtual time (`vi.useFakeTimers` first): whenever nothing happens any more, it
 * is the next moment at which something will.
 */
export const runDefinition = async (
  definition: StateMachineDefinition,
  functions: Functions<string>,
  input: object,
  { newToken = tokens(), abortAfter }: Options = {},
): Promise<Run> => {
  const started = Date.now()
  const execution = new StateMachine(withTimeouts(definition), { validationOptions: { noValidate: true } }).run(input as never, {
    overrides: { taskResourceLocalHandlers: handlersOf(definition, functions, newToken) as never },
    context: { Task: { Token: 'of-all-tasks' } },
  })
  if (abortAfter !== undefined) setTimeout(() => execution.abort(), abortAfter * 1000)
  let seconds: number | undefined
  const result = execution.result
    .then(
      (output) => ({ output, failure: undefined }),
      (error: unknown) => {
        const { name, message } = error instanceof ExecutionError ? (error.cause as Error) : (error as Error)
        return { output: undefined, failure: { error: name, cause: message } }
      },
    )
    .finally(() => (seconds = (Date.now() - started) / 1000))
  const history = Array.fromAsync(execution.eventLogs)
  await untilNothingHappens()
  while (seconds === undefined) {
    await vi.advanceTimersToNextTimerAsync()
    await untilNothingHappens()
  }

  const entered = (await history).flatMap((event) => (event.type === 'StateEntered' ? [event.state] : []))
  return {
    path: entered.map(({ name }) => name),
    left: entered.findLast(({ type }) => type === 'Task')?.name,
    ended: entered.at(-1)?.name,
    ...(await result),
    seconds,
    history: await history,
  }
}
