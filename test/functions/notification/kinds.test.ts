import { expect, it } from 'vitest'
import { industryKinds, isIndustry, kindPolicies, kinds, textLimits } from '../../../functions/notification/kinds.ts'

it.each<[(typeof industryKinds)[number], object]>([
  [
    'verification',
    {
      validForSeconds: 300,
      receiptWaitSeconds: 90,
      urgent: true,
      resendsOnSilence: true,
      mostPossiblySent: 2,
      mostParts: 1,
      mostPriceUsd: 0.25,
    },
  ],
  [
    'payment',
    {
      validForSeconds: 86_400,
      receiptWaitSeconds: 600,
      urgent: false,
      resendsOnSilence: false,
      mostPossiblySent: 1,
      mostParts: 2,
      mostPriceUsd: 0.5,
    },
  ],
  [
    'order',
    {
      validForSeconds: 86_400,
      receiptWaitSeconds: 1_800,
      urgent: false,
      resendsOnSilence: true,
      mostPossiblySent: 2,
      mostParts: 3,
      mostPriceUsd: 0.5,
    },
  ],
  [
    'logistics',
    {
      validForSeconds: 86_400,
      receiptWaitSeconds: 1_800,
      urgent: false,
      resendsOnSilence: true,
      mostPossiblySent: 2,
      mostParts: 3,
      mostPriceUsd: 0.5,
    },
  ],
  [
    'membership',
    {
      validForSeconds: 86_400,
      receiptWaitSeconds: 1_800,
      urgent: false,
      resendsOnSilence: true,
      mostPossiblySent: 2,
      mostParts: 3,
      mostPriceUsd: 0.5,
    },
  ],
])('%s is valid, waits and resends as the design says', (kind, policy) => {
  expect(kindPolicies[kind]).toEqual(policy)
})

it('calls every kind industry but marketing', () => {
  expect(kinds.filter(isIndustry)).toEqual([...industryKinds])
  expect(kinds.filter((kind) => !isIndustry(kind))).toEqual(['marketing'])
})

it('limits the texts of every kind, also of marketing, which is written but not sent', () => {
  for (const kind of industryKinds) expect(kindPolicies[kind]).toMatchObject(textLimits(kind))
  expect(textLimits('marketing')).toEqual({ mostParts: 3, mostPriceUsd: 0.25 })
})
