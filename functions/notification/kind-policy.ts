import type { Scope } from './kinds.ts'

/** What one text of a kind may take, in its longest form as in the one that is sent. */
export interface TextLimits {
  readonly mostParts: number
  /** US dollars for all its parts, at every carrier whose price is known. */
  readonly mostPriceUsd: number
}

/** The most texts of a kind that one recipient gets in any span of so many seconds. */
export interface Frequency {
  readonly most: number
  readonly seconds: number
}

/** What a kind may do. */
export interface KindPolicy extends TextLimits {
  /** Seconds until the text is of no use any more, from the request or from its `sendAfter`. */
  readonly validForSeconds: number
  /** Whether only a receipt tells that it arrived; else a carrier's acceptance ends it, and receipts are kept all the same. */
  readonly awaitsReceipt: boolean
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
  /** SNS sends it as Transactional, the more reliable of its two ways, or as Promotional. */
  readonly isTransactional: boolean
  /** Whoever has refused one of these is not texted. */
  readonly suppressedBy: readonly Scope[]
  /** Whether only those are texted who have asked for it. */
  readonly needsConsent: boolean
  /** Whether it waits while it is night for its recipient. */
  readonly keepsQuietHours: boolean
  /** All of them hold. */
  readonly frequency: readonly Frequency[]
  /** Parts that all its texts together may take in a day. */
  readonly budgetParts: number
  /** ISO 3166 alpha-2, fewer than the deployment texts to; left out, all of those. */
  readonly countries?: readonly string[]
}

/** Whether an unknown answer is not waited on: another carrier may send at once what somebody waits for, or no receipt is awaited. */
export const goesOnAtOnce = ({ awaitsReceipt, urgent, resendsOnSilence }: KindPolicy): boolean =>
  !awaitsReceipt || (urgent && resendsOnSilence)
