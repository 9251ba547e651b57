import { Fault } from '../../../functions/notification/fault.ts'
import { holdsPersonalData } from '../core/canaries.ts'
import type { World } from '../core/world.ts'
import type { StepName } from '../faults/fault.ts'
import { type Handlers, handlersOver } from '../handlers/handlers-over.ts'
import { portsFor } from './ports-for.ts'
import { FunctionError, startProcess } from './process.ts'

/** What an invocation has to do for one notification; most have one, a queue's or a stream's batch has several. */
export interface Work {
  readonly of: number
  readonly run: (handlers: Handlers) => Promise<unknown>
}

export type Results = readonly PromiseSettledResult<unknown>[]

const asFunctionError = (error: unknown): FunctionError => {
  if (error instanceof FunctionError) return error
  if (!(error instanceof Error)) return new FunctionError('Fault')
  return new FunctionError(error.name, error instanceof Fault ? error.message : undefined)
}

/** The functions' invocations, each in a process of its own, counted by function and notification. */
export const invocationsOver = (world: () => World) => {
  const invoked = new Map<string, number>()

  /** The number that the next one will have. */
  const next = (step: StepName, of: number) => (invoked.get(`${step}/${of}`) ?? 0) + 1

  const perform = (step: StepName, works: readonly Work[]): Promise<Results> => {
    const current = world()
    const { chance, time, ledger, tell } = current
    const process = startProcess(current, step)
    ledger.counts.invocations += 1
    const begin = async ({ of, run }: Work) => {
      const invocation = next(step, of)
      invoked.set(`${step}/${of}`, invocation)
      const place = { of, invocation, process, calls: 0 }
      await process.gate(time.sleep(2 + 400 * chance(of, step, invocation, 'start') ** 8))
      tell(of, () => `${step}: invocation ${invocation} starts`)
      try {
        return await run(handlersOver(portsFor(current, place)))
      } catch (error) {
        const failed = asFunctionError(error)
        tell(of, () => `${step}: invocation ${invocation} fails: ${failed.name}: ${failed.message}`)
        if (holdsPersonalData(`${failed.name} ${failed.message}`)) ledger.leaks.push({ of, where: `an error of ${step}` })
        throw failed
      }
    }
    return Promise.race([Promise.allSettled(works.map(begin)).finally(process.finish), process.death])
  }

  return { perform, next }
}
