import { holdsPersonalData } from '../core/canaries.ts'
import type { Started } from '../core/ledger.ts'
import type { World } from '../core/world.ts'
import { deliverySteps } from '../workflow/definition.ts'
import { type Call, type Execution, endlessly } from '../workflow/execution.ts'
import { type Failure, fail, succeed, todo, waited } from '../workflow/machine.ts'
import { invokeLater } from './invoke-later.ts'

/** One execution on its way. */
export interface Running {
  readonly name: string
  readonly started: Started
  /** Counts its moves: what belongs to an earlier one comes too late. */
  turn: number
}

/** Takes an execution on, and says whether it did: not when it has moved since. */
export type Move = (next: (execution: Execution) => Execution) => boolean

/** Executions that go on by themselves: each state's function is invoked, each wait is waited for. */
export interface Executions {
  readonly goOn: (running: Running) => void
  readonly moverOf: (running: Running) => Move
  /** By its token, a task that waits for it; once, and no more when it has ended otherwise. */
  readonly takeTask: (token: string) => Move | undefined
}

/** Notes personal data where none may be. */
export const check = ({ ledger }: World, of: number, where: string, what: unknown): void => {
  const text = typeof what === 'string' ? what : JSON.stringify(what)
  if (holdsPersonalData(text)) ledger.leaks.push({ of, where })
}

/** What ended otherwise than well is told to `close`, as the rule on the machine's status does. */
const end = (world: World, { name, started }: Running): void => {
  const { of, execution } = started
  started.endedAt = world.time.now()
  world.tell(of, () => `the execution ends in ${execution.state}: ${execution.end?.status}`)
  check(world, of, 'how an execution ended', execution.end)
  if (execution.end?.status === 'SUCCEEDED') return
  const run = ({ close }: { close: (input: unknown) => Promise<void> }) => close({ notificationId: name })
  world.time.after(800, () => void invokeLater(world, 'close', { of, run }, 'not-closed'))
}

const invoke = async ({ lambda }: World, of: number, { step: named, payload }: Call): Promise<unknown> => {
  const step = deliverySteps.find((one) => one === named)
  if (step === undefined) throw new Error(`the delivery has no step ${named}`)
  const [result] = await lambda(step, [{ of, run: (handlers) => handlers[step](payload) }])
  if (result?.status === 'rejected') throw result.reason
  return result?.value
}

/** Forty passes of Fall back make some hundreds: whoever enters so many states goes round in a loop, as AWS ends at 25,000 events. */
const mostStates = 2_000

const unlessEndless = (execution: Execution): Execution =>
  execution.path.length > mostStates ? { ...execution, end: { status: 'FAILED', error: endlessly } } : execution

export const executionsOver = (world: () => World): Executions => {
  const tasks = new Map<string, Move>()

  const moverOf = (running: Running): Move => {
    const turn = running.turn
    return (next) => {
      if (running.turn !== turn) return false
      const { started } = running
      const before = started.execution.path.length
      started.execution = unlessEndless(next(started.execution))
      const { state, data, path } = started.execution
      world().ledger.counts.transitions += path.length - before
      if (path.length > before) world().tell(started.of, () => `the execution is in ${state}`)
      check(world(), started.of, 'the state of an execution', data)
      goOn(running)
      return true
    }
  }

  const perform = async (running: Running, call: Call, move: Move, token: string): Promise<void> => {
    const { deployed, time, chance } = world()
    const { definition } = deployed
    const { of } = running.started
    const roll = chance(of, 'retry', running.turn)
    const failBy = (failure: Failure) => move((execution) => fail(definition, execution, failure, roll))
    if (call.waitsForToken) {
      tasks.set(token, move)
      const seconds = call.timeoutSeconds ?? definition.TimeoutSeconds
      time.after(seconds * 1000, () => (failBy({ error: 'States.Timeout', cause: '' }) ? undefined : 'nothing'))
    }
    const [result] = await Promise.allSettled([invoke(world(), of, call)])
    if (result.status === 'rejected') {
      if (!(result.reason instanceof Error)) throw result.reason
      failBy({ error: result.reason.name, cause: result.reason.message })
    } else if (!call.waitsForToken) move((execution) => succeed(definition, execution, result.value))
  }

  const goOn = (running: Running): void => {
    const { deployed, time, chance } = world()
    running.turn += 1
    const { of, execution, at } = running.started
    const token = `token-${of}-${at}-${running.turn}`
    const next = todo(deployed.definition, execution, token)
    const move = moverOf(running)
    const wait = (ms: number) => time.after(ms, () => move((now) => waited(deployed.definition, now)))
    if (next.type === 'ended') end(world(), running)
    else if (next.type === 'back-off') wait(next.seconds * 1000)
    else if (next.type === 'wait') wait(next.until.getTime() - time.now())
    else time.after(8 + 20 * chance(of, 'transition', running.turn), () => void perform(running, next, move, token))
  }

  const takeTask = (token: string) => {
    const move = tasks.get(token)
    tasks.delete(token)
    return move
  }
  return { goOn, moverOf, takeTask }
}
