import type { World } from '../core/world.ts'
import type { StepName } from '../faults/fault.ts'
import { invocationsOver, type Results, type Work } from './invocations.ts'
import { FunctionError } from './process.ts'

/**
 * Invokes a function.
 * @returns how each work ended; what a handler threw is a `FunctionError`
 * @throws a `FunctionError` where the process died, or Lambda says so
 */
export type Lambda = (step: StepName, works: readonly Work[]) => Promise<Results>

export const lambdaOver = (world: () => World): Lambda => {
  const { perform, next } = invocationsOver(world)
  const refused = new Map<string, number>()

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
