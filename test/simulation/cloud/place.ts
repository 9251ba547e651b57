import type { World } from '../core/world.ts'
import type { Process } from './process.ts'

/** Where an invocation stands: faults are aimed at it, and chances depend on it. */
export interface Place {
  readonly of: number
  /** How often this function was invoked for this notification, this time included. */
  readonly invocation: number
  readonly process: Process
  calls: number
}

/** Begins the next call of an invocation; gives what tells whether a fault is aimed at this very call. */
export const nextCall = ({ process: { step }, ...place }: Place, call: number) => {
  type Aim = { readonly step: string; readonly invocation: number; readonly call: number }
  return (fault: Aim) => fault.step === step && fault.invocation === place.invocation && fault.call === call
}

/** What happens to the process right before a call of its leaves, and right after it had its effect. */
export const around = (world: World, place: Place, call: number) => {
  const { of, process } = place
  const isHere = nextCall(place, call)
  const crash = (when: 'before' | 'after') => {
    if (!world.faults.strike('crash', of, (fault) => fault.when === when && isHere(fault))) return
    world.tell(of, () => `${process.step}: the process ends ${when} call ${call}`)
    process.die('Runtime.ExitError')
  }
  const before = async () => {
    const freeze = world.faults.strike('freeze', of, isHere)
    if (freeze) {
      world.tell(of, () => `${process.step}: stands still for ${freeze.seconds} s before call ${call}`)
      await process.gate(world.time.sleep(freeze.seconds * 1000))
    }
    crash('before')
    await process.gate(Promise.resolve())
  }
  return { before, after: () => crash('after') }
}
