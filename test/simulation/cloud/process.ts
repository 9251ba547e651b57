import type { World } from '../core/world.ts'
import type { StepName } from '../faults/fault.ts'

/** What a caller sees of a function that failed: a name and a message without values, as the outermost middleware leaves them. */
export class FunctionError extends Error {
  constructor(name: string, message = 'see the log by this request id') {
    super(message)
    this.name = name
  }
}

/** One invocation's process. It may die at any moment; what it has begun elsewhere goes on, and it hears of nothing any more. */
export interface Process {
  readonly step: StepName
  readonly die: (name: string) => void
  /** Its work is done: it lives on, and its time is not counted any more. */
  readonly finish: () => void
  /** Rejects when it dies. */
  readonly death: Promise<never>
  /** The same promise for the living; for the dead one that never settles. */
  readonly gate: <Value>(promise: Promise<Value>) => Promise<Value>
}

export const startProcess = ({ time, deployed }: World, step: StepName): Process => {
  const { promise: death, reject } = Promise.withResolvers<never>()
  death.catch(() => {}) // it may die unseen
  let alive = true
  let isDone = false
  const die = (name: string) => {
    if (isDone) return
    alive = false
    reject(new FunctionError(name))
  }
  const finish = () => {
    isDone = true
  }
  time.after(deployed.timeouts[step] * 1000, () => (isDone ? 'nothing' : die('Sandbox.Timedout')))
  const gate = <Value>(promise: Promise<Value>) =>
    new Promise<Value>((resolve, refuse) => {
      promise.then(
        (value) => alive && resolve(value),
        (error) => alive && refuse(error),
      )
    })
  return { step, die, finish, death, gate }
}
