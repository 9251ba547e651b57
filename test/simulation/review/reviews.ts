import { isUnderWay } from '../small-worlds/invocations.ts'
import type { Execution } from '../workflow/execution.ts'
import { type Failure, fail, start, stop, succeed, todo, waited } from '../workflow/machine.ts'
import { begun } from './invocations.ts'
import type { Laws } from './laws.ts'
import type { Run, World } from './world.ts'

/** The executions of review-template, as Step Functions has them. */

const withRun = (world: World, run: Run): World => ({
  ...world,
  runs: [...world.runs.filter(({ name }) => name !== run.name), run].sort((a, b) => a.name.localeCompare(b.name)),
})

/** Goes on with an execution that came to another step. A back-off takes no time: what happens in it may as well follow. */
const moved = (laws: Laws, world: World, { task: _, ...run }: Run, moving: Execution): World => {
  const execution = moving.backsOff === undefined ? moving : waited(laws.definition, moving)
  const token = `task ${run.tasks + 1} of ${run.name}`
  const doing = todo(laws.definition, execution, token)
  if (doing.type === 'call') {
    const next = withRun(world, { ...run, execution, task: token, tasks: run.tasks + 1 })
    return begun(laws, next, { name: token, function: doing.step, payload: doing.payload }, 'task')
  }
  const next = withRun(world, { ...run, execution })
  if (doing.type !== 'ended') throw new Error(`a review waits for nobody in ${doing.state}`)
  return doing.status === 'SUCCEEDED' ? next : ruled(laws, next, run.name)
}

/** The rule on the machine's status has close-review invoked for every execution that did not succeed. */
const ruled = (laws: Laws, world: World, name: string): World =>
  begun(laws, world, { name: `the close of ${name}`, function: 'close-review', payload: { execution: name } }, 'rule')

export const succeeded = (laws: Laws, world: World, run: Run, output: unknown): World =>
  moved(laws, world, run, succeed(laws.definition, run.execution, output ?? null))

export const failed = (laws: Laws, world: World, run: Run, failure: Failure): World =>
  moved(laws, world, run, fail(laws.definition, run.execution, failure, 0))

/** An execution begins, if there was none of its name. @returns undefined where there was */
export const started = (laws: Laws, world: World, name: string, input: string): World | undefined => {
  if (world.runs.some((run) => run.name === name)) return undefined
  const execution = start(laws.definition, JSON.parse(input))
  return moved(laws, world, { name, execution, tasks: 0 }, execution)
}

/** Somebody waits for a decision whose function is done. */
const waits = (world: World, { execution, task = '' }: Run) =>
  execution.state === 'Await decision' && !execution.end && !isUnderWay(world, task)

export const expired = (laws: Laws, world: World, run: Run): World | undefined =>
  waits(world, run) ? failed(laws, world, run, { error: 'States.Timeout', cause: '' }) : undefined

export const stopped = (laws: Laws, world: World, run: Run): World | undefined =>
  run.execution.end ? undefined : moved(laws, world, run, stop(run.execution, 'ABORTED'))

/** Operators redrive what was stopped, at any time: close-review may not have been told of the stop yet. */
export const redriven = (laws: Laws, world: World, run: Run): World | undefined => {
  const { end, ...execution } = run.execution
  return end?.status === 'ABORTED' ? moved(laws, world, run, execution) : undefined
}
