import type { DeadLetter } from '../core/ledger.ts'
import type { World } from '../core/world.ts'
import type { StepName } from '../faults/fault.ts'
import type { Work } from './invocations.ts'

/** Seconds before the second and the third try of an asynchronous invocation. */
const pauses = [60, 120]

/**
 * Invokes a function asynchronously: three tries, and then the failure queue.
 * @param onDone told once a try went well
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export const invokeLater = async (
  world: World,
  step: StepName,
  work: Work,
  queue: DeadLetter['queue'],
  onDone: () => void = () => {},
): Promise<void> => {
  const { lambda, time, ledger, tell } = world
  const oneTry = async () => {
    try {
      return (await lambda(step, [work]))[0]?.status === 'fulfilled'
    } catch {
      return false
    }
  }
  for (const pause of [...pauses, undefined]) {
    if (await oneTry()) return onDone()
    if (pause !== undefined) await time.sleep(pause * 1000)
  }
  tell(work.of, () => `${step}: three tries failed, so it lies in a failure queue`)
  ledger.deadLetters.push({ of: work.of, queue, redrive: () => void invokeLater(world, step, work, queue, onDone) })
}
