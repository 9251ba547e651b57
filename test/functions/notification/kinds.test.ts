import { expect, it } from 'vitest'
import { industryKinds, isIndustry, kindPolicies, kinds } from '../../../functions/notification/kinds.ts'

it.each<[(typeof industryKinds)[number], object]>([
  ['verification', { validForSeconds: 300, receiptWaitSeconds: 90, waitsAsTheCarrier: true, resendsOnSilence: true }],
  ['payment', { validForSeconds: 86_400, receiptWaitSeconds: 600, waitsAsTheCarrier: false, resendsOnSilence: false }],
  ['order', { validForSeconds: 86_400, receiptWaitSeconds: 1_800, waitsAsTheCarrier: false, resendsOnSilence: true }],
  ['logistics', { validForSeconds: 86_400, receiptWaitSeconds: 1_800, waitsAsTheCarrier: false, resendsOnSilence: true }],
  ['membership', { validForSeconds: 86_400, receiptWaitSeconds: 1_800, waitsAsTheCarrier: false, resendsOnSilence: true }],
])('%s is valid, waits and resends as the design says', (kind, policy) => {
  expect(kindPolicies[kind]).toEqual(policy)
})

it('calls every kind industry but marketing', () => {
  expect(kinds.filter(isIndustry)).toEqual([...industryKinds])
  expect(kinds.filter((kind) => !isIndustry(kind))).toEqual(['marketing'])
})
