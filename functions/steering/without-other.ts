import { type Kind, kinds } from '../notification/kinds.ts'
import { type CarrierOrders, carriersNow } from './carriers-now.ts'
import type { Drain } from './drain.ts'

/**
 * The kinds all of whose carriers are drained, and that are sent by them all the same.
 * @param country as `carriersNow` takes it
 */
export const withoutOther = (
  orders: CarrierOrders,
  drains: readonly Drain[],
  country: string | undefined,
  now: Date,
): readonly Kind[] =>
  kinds.filter((kind) => carriersNow(orders[kind], drains, country, now).drained.length === orders[kind].length)
