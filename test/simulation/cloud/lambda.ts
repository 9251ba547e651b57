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

type Results = readonly PromiseSettledResult<unknown>[]

/**
 * Invokes a function.
 * @returns how each work ended; what a handler threw is a `FunctionError`
 * @throws a `FunctionError` where the process died, or Lambda says so
 */
export type Lambda = (step: StepName, works: readonly Work[]) => Promise<Results>

const asFunctionError = (error: unknown): FunctionError => {
  if (error instanceof FunctionError) return error
  if (!(error instanceof Error)) return new FunctionError('Fault')
  return new FunctionError(error.name, error instanceof Fault ? error.message : undefined)
}

export const lambdaOver = (world: () => World): Lambda => {
  const invoked = new Map<string, number>()
  const refused = new Map<string, number>()

  const perform = (step: StepName, works: readonly Work[]): Promise<Results> => {
    const current = world()
    const { chance, time, ledger, tell } = current
    const process = startProcess(current, step)
    ledger.counts.invocations += 1
    const begin = async ({ of, run }: Work) => {
      const invocation = (invoked.get(`${step}/${of}`) ?? 0) + 1
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

  const next = (step: StepName, of: number) => (invoked.get(`${step}/${of}`) ?? 0) + 1
  const strike = (name: 'busy' | 'answer-lost' | 'starts-late' | 'starts-twice', step: StepName, works: readonly Work[]) => {
    for (const { of } of works) {
      const fault = world().faults.strike(name, of, (one) => one.step === step && one.invocation === next(step, of))
      if (fault) world().tell(of, () => `${step}: ${JSON.stringify(fault)}`)
      if (fault) return fault
    }
    return undefined
  }

  const isRefused = (step: StepName, works: readonly Work[]) => {
    const busy = strike('busy', step, works)
    if (busy?.fault !== 'busy') return false
    const times = (refused.get(`${step}/${busy.of}/${busy.invocation}`) ?? 0) + 1
    refused.set(`${step}/${busy.of}/${busy.invocation}`, times)
    return times <= busy.times
  }

  return async (step, works) => {
    const { time } = world()
    if (isRefused(step, works)) throw new FunctionError('Lambda.TooManyRequestsException')
    const late = strike('starts-late', step, works)
    const twice = strike('starts-twice', step, works)
    const isAnswerLost = strike('answer-lost', step, works) !== undefined
    const again = (seconds: number) => time.after(seconds * 1000, () => void perform(step, works).catch(() => {}))
    if (twice?.fault === 'starts-twice') again(twice.seconds)
    if (late?.fault === 'starts-late') {
      again(late.seconds)
      throw new FunctionError('Lambda.Unknown')
    }
    const results = await perform(step, works)
    if (isAnswerLost) throw new FunctionError('Lambda.Unknown')
    return results
  }
}
