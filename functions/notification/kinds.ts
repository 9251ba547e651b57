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
  /**
   * Whether somebody waits for it now: the wait is the carrier's usual receipt time where that is shorter, and an unknown answer
   * does not wait for a receipt at all.
   */
  readonly urgent: boolean
  /** Whether a silence or an unknown answer lets another carrier send the same text. */
  readonly resendsOnSilence: boolean
  /** Of how many attempts at once nobody may know that they failed. */
  readonly mostPossiblySent: number
}

const day = 86_400

const notice: KindPolicy = {
  validForSeconds: day,
  receiptWaitSeconds: 1_800,
  urgent: false,
  resendsOnSilence: true,
  mostPossiblySent: 2,
}

/** The only place that knows what a kind may do. */
export const kindPolicies: Readonly<Record<IndustryKind, KindPolicy>> = {
  verification: { ...notice, validForSeconds: 300, receiptWaitSeconds: 90, urgent: true },
  payment: { ...notice, receiptWaitSeconds: 600, resendsOnSilence: false, mostPossiblySent: 1 },
  order: notice,
  logistics: notice,
  membership: notice,
}
