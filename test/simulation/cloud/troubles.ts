import type { World } from '../core/world.ts'
import type { FaultOf, ServiceName } from '../faults/fault.ts'
import { nextCall, type Place } from './place.ts'

/** The ways on which a try does not come through, or its reply does not. */
export type Trouble = 'refused' | 'silent' | 'throttled' | 'reply-lost' | undefined

/** What becomes of one call: its faults, found once for all its tries. */
export const troublesOf = (world: World, place: Place, call: number, service: ServiceName) => {
  const { faults, seconds } = world
  const isHere = nextCall(place, call)
  const lost = faults.strike('lost-request', place.of, isHere)
  const replyLost = faults.strike('lost-reply', place.of, isHere)
  const began = seconds()
  const throttled = faults.strike('throttled', place.of, isHere)
  const isThrottled = (fault: FaultOf<'throttled'> | undefined) => fault !== undefined && seconds() < began + fault.seconds
  return (tries: number): Trouble => {
    const away = faults.spells('away', seconds()).find((fault) => fault.service === service)
    if (away) return away.how
    if (isThrottled(throttled)) return 'throttled'
    if (lost && tries <= lost.tries) return 'silent'
    return replyLost && tries <= replyLost.tries ? 'reply-lost' : undefined
  }
}
