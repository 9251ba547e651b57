/** Messages that must arrive: somebody waits for each of them. */
export const industryKinds = ['verification', 'order', 'payment', 'logistics', 'membership'] as const
export type IndustryKind = (typeof industryKinds)[number]

export const kinds = [...industryKinds, 'marketing'] as const
export type Kind = (typeof kinds)[number]

export const isIndustry = (kind: Kind): kind is IndustryKind => kind !== 'marketing'

/** What a kind may do. */
export interface KindPolicy {
  /** Seconds from the request until the text is of no use any more. */
  readonly validForSeconds: number
  /** The longest wait for a receipt, in seconds. */
  readonly receiptWaitSeconds: number
  /** Whether the wait is the carrier's usual receipt time where that is shorter. */
  readonly waitsAsTheCarrier: boolean
  /** Whether a silence or an unknown answer lets another carrier send the same text. */
  readonly resendsOnSilence: boolean
}

const day = 86_400
const notice: KindPolicy = { validForSeconds: day, receiptWaitSeconds: 1_800, waitsAsTheCarrier: false, resendsOnSilence: true }

/** The only place that knows what a kind may do. */
export const kindPolicies: Readonly<Record<IndustryKind, KindPolicy>> = {
  verification: { validForSeconds: 300, receiptWaitSeconds: 90, waitsAsTheCarrier: true, resendsOnSilence: true },
  payment: { validForSeconds: day, receiptWaitSeconds: 600, waitsAsTheCarrier: false, resendsOnSilence: false },
  order: notice,
  logistics: notice,
  membership: notice,
}
