import type { CarrierName } from '../notification/carrier-name.ts'
import { isInForce } from './carriers-now.ts'
import type { Drain } from './drain.ts'

/** Why a carrier cannot be restored. */
export type NotRestored = 'not-drained' | 'drained-everywhere'

/** Those that have not ended; the others only tell what was, which the audit keeps. */
export const drainsNow = (drains: readonly Drain[], now: Date): readonly Drain[] =>
  drains.filter((drain) => isInForce(drain, now))

/** Takes a carrier out. Its drain of the same country, or of all of them, is replaced: the last word counts. */
export const drain = (drains: readonly Drain[], said: Drain, now: Date): readonly Drain[] => [
  ...drainsNow(drains, now).filter(({ carrier, country }) => carrier !== said.carrier || country !== said.country),
  said,
]

/** Which drains somebody wants to end: of a carrier, in one country or, left out, wherever it is drained. */
interface Place {
  readonly carrier: CarrierName
  readonly country?: string
}

/** Lets a carrier be sent by again. One country cannot be taken out of a drain that holds for all of them. */
export const restore = (drains: readonly Drain[], place: Place, now: Date): readonly Drain[] | NotRestored => {
  const { carrier, country } = place
  const all = drainsNow(drains, now)
  const own = all.filter((one) => one.carrier === carrier)
  if (country !== undefined && own.some((one) => one.country === undefined)) return 'drained-everywhere'
  const ended = own.filter((one) => country === undefined || one.country === country)
  return ended.length === 0 ? 'not-drained' : all.filter((one) => !ended.includes(one))
}
