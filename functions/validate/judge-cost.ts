import type { CarrierName } from '../notification/carrier-name.ts'
import type { TextLimits } from '../notification/kind-policy.ts'
import type { Kind } from '../notification/kinds.ts'
import type { Plan } from '../notification/notification.ts'
import { type PriceList, priceOf } from '../text/price-of.ts'

export type CostCode = 'too-many-parts' | 'over-price-limit'

export type CostVerdict =
  | { readonly ok: true; readonly prices: Plan['prices'] }
  | { readonly ok: false; readonly code: CostCode; readonly problem: string }

/**
 * What a text would cost, and whether its kind may cost as much. It is judged before anything is sent, since a parameter may
 * make a text longer and dearer than anybody meant.
 * @param carriers that may send the kind: the dearest whose price is known counts, and a price that is not known forbids nothing
 * @returns US dollars for all parts by carrier (nothing where no price is known), or what is wrong as what is said of the text
 */
export const judgeCost = (
  { kind, country, parts }: { readonly kind: Kind; readonly country: string; readonly parts: number },
  { mostParts, mostPriceUsd }: TextLimits,
  list: PriceList,
  carriers: readonly CarrierName[],
): CostVerdict => {
  if (parts > mostParts)
    return { ok: false, code: 'too-many-parts', problem: `takes ${parts} parts, and ${kind} may take at most ${mostParts}` }
  const known = carriers.flatMap((carrier) => {
    const price = priceOf(list, country, carrier, parts)
    return price === undefined ? [] : [[carrier, price.amount] as const]
  })
  const dearest = Math.max(0, ...known.map(([, amount]) => amount))
  if (dearest > mostPriceUsd) {
    const problem = `would cost ${dearest} US dollars, and ${kind} may cost at most ${mostPriceUsd}`
    return { ok: false, code: 'over-price-limit', problem }
  }
  return { ok: true, prices: known.length > 0 ? Object.fromEntries(known) : undefined }
}
