import { expect, it } from 'vitest'
import { industryKinds, isIndustry, kindPolicies, kinds } from '../../../functions/notification/kinds.ts'

it.each<[(typeof industryKinds)[number], object]>([
  ['verification', { validForSeconds: 300, receiptWaitSeconds: 90, urgent: true, resendsOnSilence: true, mostPossiblySent: 2 }],
  ['payment', { validForSeconds: 86_400, receiptWaitSeconds: 600, urgent: false, resendsOnSilence: false, mostPossiblySent: 1 }],
  ['order', { validForSeconds: 86_400, receiptWaitSeconds: 1_800, urgent: false, resendsOnSilence: true, mostPossiblySent: 2 }],
  [
    'logistics',
    { validForSeconds: 86_400, receiptWaitSeconds: 1_800, urgent: false, resendsOnSilence: true, mostPossiblySent: 2 },
  ],
  [
    'membership',
    { validForSeconds: 86_400, receiptWaitSeconds: 1_800, urgent: false, resendsOnSilence: true, mostPossiblySent: 2 },
  ],
])('%s is valid, waits and resends as the design says', (kind, policy) => {
  expect(kindPolicies[kind]).toEqual(policy)
})

it('calls every kind industry but marketing', () => {
  expect(kinds.filter(isIndustry)).toEqual([...industryKinds])
  expect(kinds.filter((kind) => !isIndustry(kind))).toEqual(['marketing'])
})
