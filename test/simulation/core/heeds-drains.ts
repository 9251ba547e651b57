import * as z from 'zod'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { Drain } from '../../../functions/steering/drain.ts'
import type { Item } from '../dynamo/value.ts'
import { routing } from '../handlers/simulated-deployment.ts'

/** A function reads before it writes, and has half a minute in all: what was said less long ago it may not have seen. */
const longestMs = 60_000

const Stored = z.object({ drains: z.array(Drain) })

/** What operators have said of the carriers, as the table has it now, and when they last said anything of each. */
export class Drains {
  #drains: readonly Drain[] = []
  readonly #saidAt = new Map<CarrierName, number>()

  see(item: Item, at: number): void {
    const { drains } = Stored.parse(item)
    for (const { carrier, from } of drains) if (Date.parse(from) === at) this.#saidAt.set(carrier, at)
    const justEnded = this.#drains.filter(({ until }) => Math.abs(at - longestMs / 2 - Date.parse(until)) <= longestMs / 2)
    this.#drains = [...justEnded, ...drains]
  }

  /** Every clock and every reader agrees on what was said so long ago. */
  #isSettled(carrier: CarrierName, now: number): boolean {
    return now - (this.#saidAt.get(carrier) ?? Number.NEGATIVE_INFINITY) > longestMs
  }

  /** Until when it is drained, if it is. */
  #until(carrier: CarrierName): number {
    return Math.max(...this.#drains.filter((drain) => drain.carrier === carrier).map(({ until }) => Date.parse(until)))
  }

  #isDrained(carrier: CarrierName, now: number): boolean {
    return this.#isSettled(carrier, now) && this.#until(carrier) > now + longestMs
  }

  #isFree(carrier: CarrierName, now: number): boolean {
    return this.#isSettled(carrier, now) && this.#until(carrier) < now - longestMs
  }

  /** Whether it was decided to send by a drained carrier although one was free that was not tried. */
  areIgnored({ kind, next, attempts }: Notification, now: number): boolean {
    if (kind === undefined || next?.decision !== 'send' || next.attempt <= attempts.length) return false
    const isUntried = (carrier: CarrierName) => attempts.every((attempt) => attempt.carrier !== carrier)
    const isFree = (carrier: CarrierName) => isUntried(carrier) && this.#isFree(carrier, now)
    return this.#isDrained(next.carrier, now) && routing.carriers[kind].some(isFree)
  }
}
