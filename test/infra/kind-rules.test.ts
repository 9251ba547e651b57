import { describe, expect, it } from 'vitest'
import { type Kind, type KindOverrides, kinds, kindsWith } from '../../functions/notification/kinds.ts'
import { deployments } from '../../infra/deployments.ts'
import { kindRules } from '../../infra/kind-rules.ts'
import { readConfig } from '../../infra/read-config.ts'

/** What a production deployment with these values of its own is told, where it is refused. */
const refusal = (own: KindOverrides): string => {
  try {
    readConfig({ 'heliograph.kinds': own })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

const refused = (kind: Kind, field: string, sentence: string) =>
  `The configuration of production cannot be used: kinds.${kind}.${field} ${sentence}.`

const table: readonly [what: string, kind: Kind, own: KindOverrides[Kind], field: string, sentence: string][] = [
  [
    'valid for less than one attempt takes',
    'marketing',
    { validForSeconds: 17, receiptWaitSeconds: 17 },
    'validForSeconds',
    'must not be shorter than sending.shortestWaitSeconds; kinds.marketing.receiptWaitSeconds must not be shorter than sending.shortestWaitSeconds',
  ],
  [
    'that waits for less time than its send may take',
    'order',
    { receiptWaitSeconds: 17 },
    'receiptWaitSeconds',
    'must not be shorter than sending.shortestWaitSeconds',
  ],
  [
    'that waits longer than it is valid',
    'verification',
    { receiptWaitSeconds: 301 },
    'receiptWaitSeconds',
    'must not pass validForSeconds',
  ],
  [
    'that takes an acceptance for an arrival',
    'payment',
    { awaitsReceipt: false },
    'awaitsReceipt',
    'must be true but for marketing: that a carrier accepted it says nothing of its arrival',
  ],
  [
    'that answers a silence that it does not hear',
    'marketing',
    { resendsOnSilence: true, mostPossiblySent: 2 },
    'resendsOnSilence',
    'must be false where no receipt is awaited: silence is what is expected there',
  ],
  [
    'that is sent again on silence and may not be',
    'payment',
    { resendsOnSilence: true },
    'mostPossiblySent',
    'must be at least 2 where silence lets another carrier send the same text',
  ],
  [
    'that goes to those who refused every text',
    'verification',
    { suppressedBy: [] },
    'suppressedBy',
    'must hold all: who refused every text is not texted',
  ],
  [
    'that goes to those who refused it',
    'marketing',
    { suppressedBy: ['all'] },
    'suppressedBy',
    'must hold marketing, which can be refused on its own',
  ],
  [
    'that nobody asked for',
    'marketing',
    { needsConsent: false },
    'needsConsent',
    'must be true for marketing: nobody gets it who has not asked for it',
  ],
  [
    'that waits until the morning and is urgent',
    'verification',
    { keepsQuietHours: true },
    'keepsQuietHours',
    'must be false where urgent is true: nobody waits for a text until the morning',
  ],
  [
    'of which no text fits into its budget',
    'order',
    { budgetParts: 2 },
    'budgetParts',
    'must not be smaller than mostParts: a text would never fit in',
  ],
  ['that goes where nothing goes', 'order', { countries: ['US', 'BR'] }, 'countries', 'must be among allowedCountries'],
]

describe('a kind that contradicts itself or what it is for is not deployed', () => {
  it.each(table)('one %s: %s', (_, kind, own, field, sentence) => {
    expect(refusal({ [kind]: own })).toBe(refused(kind, field, sentence))
  })

  it('and every rule has such a kind', () => {
    const broken = table.map(([, , , field, sentence]) => `${field} ${sentence.split(';')[0]}`)
    expect(kindRules.map(({ field, sentence }) => `${field} ${sentence}`).filter((rule) => !broken.includes(rule))).toEqual([])
  })
})

it.each<[string, KindOverrides]>([
  ['a code that is valid for as long as it is waited for', { verification: { validForSeconds: 90 } }],
  ['a payment that may be sent again', { payment: { resendsOnSilence: true, mostPossiblySent: 2 } }],
  ['marketing that awaits its receipts', { marketing: { awaitsReceipt: true } }],
  ['marketing that is sent by day and by night', { marketing: { keepsQuietHours: false } }],
  ['marketing in one country', { marketing: { countries: ['US'] } }],
  ['an order that whoever refuses marketing does not get', { order: { suppressedBy: ['all', 'marketing'] } }],
  ['an order that is not counted', { order: { frequency: [] } }],
  ['an order that is valid for two days', { order: { validForSeconds: 172_800 } }],
])('a deployment may have %s', (_, own) => {
  expect(readConfig({ 'heliograph.kinds': own }).kinds).toEqual(own)
})

it.each(Object.entries(deployments))(
  'our own table goes with the deployment %s',
  (_, { kinds: own, allowedCountries, sending }) => {
    const policies = kindsWith(own)
    const around = { allowedCountries, shortestWait: sending.shortestWaitSeconds }
    const broken = kinds.flatMap((kind) => kindRules.filter(({ isBroken }) => isBroken(policies[kind], kind, around)))
    expect(broken).toEqual([])
  },
)
