import { ExecutionAlreadyExists, TaskTimedOut } from '@aws-sdk/client-sfn'
import { numberOf } from '../core/ids.ts'
import type { World } from '../core/world.ts'
import type { Execution } from '../workflow/execution.ts'
import { type Failure, fail, start, stop, succeed } from '../workflow/machine.ts'
import { check, executionsOver, type Move, type Running } from './executions.ts'

/** Step Functions: executions by name, and tasks that wait for their token. */
export interface Workflows {
  readonly start: (name: string, input: string) => object
  readonly succeedTask: (token: string, output: string) => object
  readonly failTask: (token: string, failure: Failure) => object
  /** Somebody stops the execution by hand; nothing where it has ended. */
  readonly stop: (name: string) => void
  /** It goes on where it was stopped, with new tokens. */
  readonly redrive: (name: string) => void
}

const $metadata = { httpStatusCode: 400 }

/** A name is free again that long after its execution has ended. */
const ninetyDaysMs = 90 * 86_400_000

export const workflowsOver = (world: () => World): Workflows => {
  const byName = new Map<string, Running>()
  const { goOn, moverOf, takeTask } = executionsOver(world)

  const halt = (running: Running | undefined, status: 'TIMED_OUT' | 'ABORTED') => {
    if (running && !running.started.execution.end) moverOf(running)((execution) => stop(execution, status))
  }

  const begin = (name: string, input: string) => {
    const { deployed, time, ledger } = world()
    const of = numberOf(name)
    check(world(), of, 'the name or input of an execution', `${name} ${input}`)
    const execution = start(deployed.definition, JSON.parse(input))
    const running: Running = { name, started: { of, at: time.now(), execution, endedAt: undefined }, turn: 0 }
    byName.set(name, running)
    ledger.started.push(running.started)
    ledger.counts.transitions += execution.path.length
    time.after(deployed.definition.TimeoutSeconds * 1000, () => halt(running, 'TIMED_OUT'))
    goOn(running)
  }

  const isTaken = (name: string) => {
    const earlier = byName.get(name)?.started
    if (earlier === undefined) return false
    return earlier.endedAt === undefined || earlier.endedAt + ninetyDaysMs > world().time.now()
  }

  const settle = (token: string, next: Parameters<Move>[0]) => {
    if (!takeTask(token)?.(next)) throw new TaskTimedOut({ $metadata, message: 'Task Timed Out' })
    return {}
  }

  return {
    start: (name, input) => {
      if (isTaken(name)) throw new ExecutionAlreadyExists({ $metadata, message: 'Execution Already Exists' })
      begin(name, input)
      return {}
    },
    succeedTask: (token, output) => {
      check(world(), numberOf(token), 'what a task was told', output)
      return settle(token, (execution) => succeed(world().deployed.definition, execution, JSON.parse(output)))
    },
    failTask: (token, failure) => {
      check(world(), numberOf(token), 'what a task was told', failure)
      return settle(token, (execution) => fail(world().deployed.definition, execution, failure, world().chance(token)))
    },
    stop: (name) => halt(byName.get(name), 'ABORTED'),
    redrive: (name) => {
      const running = byName.get(name)
      if (running?.started.execution.end?.status !== 'ABORTED') return
      const { end: _, ...execution } = running.started.execution
      world().tell(running.started.of, () => 'somebody redrives the execution')
      running.started.execution = execution satisfies Execution
      running.started.endedAt = undefined
      goOn(running)
    },
  }
}
