/** Messages that must arrive: somebody waits for each of them. */
export const industryKinds = ['verification', 'order', 'payment', 'logistics', 'membership'] as const
export type IndustryKind = (typeof industryKinds)[number]

export const kinds = [...industryKinds, 'marketing'] as const
export type Kind = (typeof kinds)[number]

/** How much of what we send somebody can be suppressed for: all of it, or marketing alone. */
export const scopes = ['all', 'marketing'] as const
export type Scope = (typeof scopes)[number]

export const isIndustry = (kind: Kind): kind is IndustryKind => kind !== 'marketing'

/** What one text of a kind may take, in its longest form as in the one that is sent. */
export interface TextLimits {
  readonly mostParts: number
  /** US dollars for all its parts, at every carrier whose price is known. */
  readonly mostPriceUsd: number
}

/** What a kind may do. */
export interface KindPolicy extends TextLimits {
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
  mostParts: 3,
  mostPriceUsd: 0.5,
}

/** The only place that knows what a kind may do. */
export const kindPolicies: Readonly<Record<IndustryKind, KindPolicy>> = {
  verification: { ...notice, validForSeconds: 300, receiptWaitSeconds: 90, urgent: true, mostParts: 1, mostPriceUsd: 0.25 },
  payment: { ...notice, receiptWaitSeconds: 600, resendsOnSilence: false, mostPossiblySent: 1, mostParts: 2 },
  order: notice,
  logistics: notice,
  membership: notice,
}

/** Marketing is not sent yet, but its templates are written and reviewed. */
const marketingLimits: TextLimits = { mostParts: 3, mostPriceUsd: 0.25 }

export const textLimits = (kind: Kind): TextLimits => (isIndustry(kind) ? kindPolicies[kind] : marketingLimits)
