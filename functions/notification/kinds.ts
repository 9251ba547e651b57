import type { KindPolicy } from './kind-policy.ts'

/** Messages that must arrive: somebody waits for each of them. */
export const industryKinds = ['verification', 'order', 'payment', 'logistics', 'membership'] as const
export type IndustryKind = (typeof industryKinds)[number]

export const kinds = [...industryKinds, 'marketing'] as const
export type Kind = (typeof kinds)[number]

export const isIndustry = (kind: Kind): kind is IndustryKind => kind !== 'marketing'

/** What a person may refuse: every text, or marketing alone. */
export const scopes = ['all', 'marketing'] as const
export type Scope = (typeof scopes)[number]

export type Kinds = Readonly<Record<Kind, KindPolicy>>

/** What a deployment says otherwise. */
export type KindOverrides = Readonly<Partial<Record<Kind, Readonly<Partial<Omit<KindPolicy, 'mostParts'>>>>>>

const day = 86_400

/** No deployment lets a kind be valid for longer: an execution that runs for days more is taken for stuck. */
export const longestValidity = 2 * day

const notice: KindPolicy = {
  validForSeconds: day,
  awaitsReceipt: true,
  receiptWaitSeconds: 1_800,
  urgent: false,
  resendsOnSilence: true,
  mostPossiblySent: 2,
  mostParts: 3,
  mostPriceUsd: 0.5,
  isTransactional: true,
  suppressedBy: ['all'],
  needsConsent: false,
  keepsQuietHours: false,
  frequency: [],
  budgetParts: 20_000,
}

const verification: KindPolicy = {
  ...notice,
  validForSeconds: 300,
  receiptWaitSeconds: 90,
  urgent: true,
  mostParts: 1,
  mostPriceUsd: 0.25,
  frequency: [
    { most: 5, seconds: 600 },
    { most: 10, seconds: day },
  ],
}

const marketing: KindPolicy = {
  ...notice,
  awaitsReceipt: false,
  resendsOnSilence: false,
  mostPossiblySent: 1,
  mostPriceUsd: 0.25,
  isTransactional: false,
  suppressedBy: ['all', 'marketing'],
  needsConsent: true,
  keepsQuietHours: true,
  frequency: [
    { most: 1, seconds: day },
    { most: 4, seconds: 30 * day },
  ],
  budgetParts: 10_000,
}

/** The only place that knows what a kind may do where a deployment says nothing. */
export const defaultKinds: Kinds = {
  verification,
  order: notice,
  payment: { ...notice, receiptWaitSeconds: 600, resendsOnSilence: false, mostPossiblySent: 1, mostParts: 2 },
  logistics: notice,
  membership: notice,
  marketing,
}

/** The same in every deployment: a template is checked before any is known. */
export const mostPartsOf = (kind: Kind): number => defaultKinds[kind].mostParts

/** The table of a deployment: single values override ours. */
export const kindsWith = (overrides: KindOverrides): Kinds => ({
  verification: { ...defaultKinds.verification, ...overrides.verification },
  order: { ...defaultKinds.order, ...overrides.order },
  payment: { ...defaultKinds.payment, ...overrides.payment },
  logistics: { ...defaultKinds.logistics, ...overrides.logistics },
  membership: { ...defaultKinds.membership, ...overrides.membership },
  marketing: { ...defaultKinds.marketing, ...overrides.marketing },
})
