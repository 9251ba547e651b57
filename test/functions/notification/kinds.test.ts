import { describe, expect, it } from 'vitest'
import { goesOnAtOnce } from '../../../functions/notification/kind-policy.ts'
import {
  defaultKinds,
  industryKinds,
  isIndustry,
  type Kind,
  kinds,
  kindsWith,
  mostPartsOf,
} from '../../../functions/notification/kinds.ts'

const day = 86_400

const notice = {
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

it.each<[Kind, object]>([
  [
    'verification',
    {
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
    },
  ],
  ['payment', { ...notice, receiptWaitSeconds: 600, resendsOnSilence: false, mostPossiblySent: 1, mostParts: 2 }],
  ['order', notice],
  ['logistics', notice],
  ['membership', notice],
  [
    'marketing',
    {
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
    },
  ],
])('%s may do what the design says', (kind, policy) => {
  expect(defaultKinds[kind]).toEqual(policy)
})

it('calls every kind industry but marketing', () => {
  expect(kinds.filter(isIndustry)).toEqual([...industryKinds])
  expect(kinds.filter((kind) => !isIndustry(kind))).toEqual(['marketing'])
})

describe('the table of a deployment', () => {
  it('is ours where it says nothing', () => {
    expect(kindsWith({})).toEqual(defaultKinds)
  })

  it.each(kinds)('has its own value for %s, and every other of ours', (kind) => {
    const table = kindsWith({ [kind]: { budgetParts: 7, countries: ['US'] } })
    expect(table).toEqual({ ...defaultKinds, [kind]: { ...defaultKinds[kind], budgetParts: 7, countries: ['US'] } })
  })
})

it.each(kinds)('a template of kind %s is held to the parts of our table, whatever the deployment', (kind) => {
  expect(mostPartsOf(kind)).toBe(defaultKinds[kind].mostParts)
})

it('does not wait on an unknown answer where another carrier may send at once, or where no receipt is awaited', () => {
  expect(kinds.filter((kind) => goesOnAtOnce(defaultKinds[kind]))).toEqual(['verification', 'marketing'])
})
