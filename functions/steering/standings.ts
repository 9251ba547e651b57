import type { CarrierName } from '../notification/carrier-name.ts'
import { type Kind, kinds } from '../notification/kinds.ts'
import { type CarrierOrders, carriersIn } from './carriers-now.ts'
import type { Drain } from './drain.ts'
import { drainsNow } from './drain-and-restore.ts'

/** How a carrier stands in a deployment: what it is for, and what operators say of it now. */
export interface Standing {
  readonly carrier: CarrierName
  /** The kinds that it sends, and as which of their carriers, from 1. */
  readonly places: readonly { readonly kind: Kind; readonly place: number }[]
  readonly drains: readonly Drain[]
}

/** How each carrier of a deployment stands. */
export const standings = (orders: CarrierOrders, drains: readonly Drain[], now: Date): readonly Standing[] =>
  carriersIn(orders).map((carrier) => ({
    carrier,
    places: kinds.map((kind) => ({ kind, place: orders[kind].indexOf(carrier) + 1 })).filter(({ place }) => place > 0),
    drains: drainsNow(drains, now).filter((one) => one.carrier === carrier),
  }))
