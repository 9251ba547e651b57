import type { CarrierName } from '../notification/carrier-name.ts'
import { type Kind, kinds } from '../notification/kinds.ts'
import type { Drain } from './drain.ts'

/** The carriers of a kind, in the order in which they are tried. */
export type CarrierOrder = readonly [CarrierName, ...CarrierName[]]

export type CarrierOrders = Readonly<Record<Kind, CarrierOrder>>

/** All that a deployment sends by, or sends these kinds by, each once. */
export const carriersIn = (orders: CarrierOrders, of: readonly Kind[] = kinds): readonly CarrierName[] => [
  ...new Set(of.flatMap((kind) => orders[kind])),
]

interface CarriersNow {
  /** Those to choose from, in their order. */
  readonly carriers: CarrierOrder
  /** Those that are drained; all of them where no other can be had, and then they are chosen from all the same. */
  readonly drained: readonly CarrierName[]
}

/** Whether a drain has not ended. Its beginning is not asked: a clock that is behind would put it off. */
export const isInForce = ({ until }: Drain, now: Date): boolean => now.getTime() < Date.parse(until)

/**
 * Who may be sent by now. A drained carrier is left out as long as another can be had: with all of them drained the order stays as it
 * is, for a text by a carrier in doubt is better than none.
 * @param country ISO 3166 alpha-2, of the number; without it only the drains count that hold for every country
 */
export const carriersNow = (
  order: CarrierOrder,
  drains: readonly Drain[],
  country: string | undefined,
  now: Date,
): CarriersNow => {
  const holding = drains.filter((drain) => isInForce(drain, now) && (drain.country ?? country) === country)
  const drained = order.filter((name) => holding.some(({ carrier }) => carrier === name))
  const [first, ...others] = order.filter((name) => !drained.includes(name))
  return { carriers: first === undefined ? order : [first, ...others], drained }
}
