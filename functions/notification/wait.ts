import type { CarrierName } from './carrier-name.ts'
import { type IndustryKind, kindPolicies } from './kinds.ts'

/** How long to wait for receipts, in seconds. */
export interface Waits {
  /** Each carrier's usual time until its receipt. */
  readonly receiptSeconds: Readonly<Record<CarrierName, number>>
  /** Where a deployment waits longer or shorter than the kind's own time. */
  readonly byKind: Readonly<Partial<Record<IndustryKind, number>>>
  /** What outlasts the sending function itself. */
  readonly shortest: number
}

/**
 * The wait for the receipt of an attempt that starts now, in whole seconds: it never passes the validity.
 * @returns undefined when the validity leaves no time for an attempt
 * Source: design §6.
 */
export const waitFor = (
  kind: IndustryKind,
  carrier: CarrierName,
  validUntil: string,
  now: Date,
  waits: Waits,
): number | undefined => {
  const policy = kindPolicies[kind]
  const longest = waits.byKind[kind] ?? policy.receiptWaitSeconds
  const usual = policy.urgent ? Math.min(longest, waits.receiptSeconds[carrier]) : longest
  const left = Math.floor((new Date(validUntil).getTime() - now.getTime()) / 1000)
  return left < waits.shortest ? undefined : Math.min(Math.max(usual, waits.shortest), left)
}
