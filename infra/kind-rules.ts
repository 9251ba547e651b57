import type { KindPolicy } from '../functions/notification/kind-policy.ts'
import { isIndustry, type Kind } from '../functions/notification/kinds.ts'

/** What else of the configuration a kind's values must go with. */
export interface Around {
  readonly allowedCountries: readonly string[]
  /** Seconds. */
  readonly shortestWait: number
}

interface KindRule {
  readonly field: keyof KindPolicy
  /** What is said of the field. */
  readonly sentence: string
  readonly isBroken: (policy: KindPolicy, kind: Kind, around: Around) => boolean
}

/** Values that contradict each other, or what the kind is for. A table that breaks one of these is not deployed. */
export const kindRules: readonly KindRule[] = [
  {
    field: 'validForSeconds',
    sentence: 'must not be shorter than sending.shortestWaitSeconds',
    isBroken: ({ validForSeconds }, _, { shortestWait }) => validForSeconds < shortestWait,
  },
  {
    field: 'receiptWaitSeconds',
    sentence: 'must not be shorter than sending.shortestWaitSeconds',
    isBroken: ({ awaitsReceipt, receiptWaitSeconds }, _, { shortestWait }) => awaitsReceipt && receiptWaitSeconds < shortestWait,
  },
  {
    field: 'receiptWaitSeconds',
    sentence: 'must not pass validForSeconds',
    isBroken: ({ awaitsReceipt, receiptWaitSeconds, validForSeconds }) => awaitsReceipt && receiptWaitSeconds > validForSeconds,
  },
  {
    field: 'awaitsReceipt',
    sentence: 'must be true but for marketing: that a carrier accepted it says nothing of its arrival',
    isBroken: ({ awaitsReceipt }, kind) => isIndustry(kind) && !awaitsReceipt,
  },
  {
    field: 'resendsOnSilence',
    sentence: 'must be false where no receipt is awaited: silence is what is expected there',
    isBroken: ({ awaitsReceipt, resendsOnSilence }) => resendsOnSilence && !awaitsReceipt,
  },
  {
    field: 'mostPossiblySent',
    sentence: 'must be at least 2 where silence lets another carrier send the same text',
    isBroken: ({ resendsOnSilence, mostPossiblySent }) => resendsOnSilence && mostPossiblySent < 2,
  },
  {
    field: 'suppressedBy',
    sentence: 'must hold all: who refused every text is not texted',
    isBroken: ({ suppressedBy }) => !suppressedBy.includes('all'),
  },
  {
    field: 'suppressedBy',
    sentence: 'must hold marketing, which can be refused on its own',
    isBroken: ({ suppressedBy }, kind) => kind === 'marketing' && !suppressedBy.includes('marketing'),
  },
  {
    field: 'needsConsent',
    sentence: 'must be true for marketing: nobody gets it who has not asked for it',
    isBroken: ({ needsConsent }, kind) => kind === 'marketing' && !needsConsent,
  },
  {
    field: 'keepsQuietHours',
    sentence: 'must be false where urgent is true: nobody waits for a text until the morning',
    isBroken: ({ urgent, keepsQuietHours }) => urgent && keepsQuietHours,
  },
  {
    field: 'budgetParts',
    sentence: 'must not be smaller than mostParts: a text would never fit in',
    isBroken: ({ budgetParts, mostParts }) => budgetParts < mostParts,
  },
  {
    field: 'countries',
    sentence: 'must be among allowedCountries',
    isBroken: ({ countries = [] }, _, { allowedCountries }) => countries.some((country) => !allowedCountries.includes(country)),
  },
]
