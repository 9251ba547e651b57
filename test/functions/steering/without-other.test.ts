import { expect, it } from 'vitest'
import { kinds } from '../../../functions/notification/kinds.ts'
import { withoutOther } from '../../../functions/steering/without-other.ts'
import { aDrain } from '../../builders/a-drain.ts'
import { aRouting } from '../../builders/a-routing.ts'
import { noon } from '../../builders/noon.ts'

const orders = { ...aRouting().carriers, payment: ['sns', 'sns'], marketing: ['twilio'] } as const
const inGermany = aDrain('sns', { country: 'DE' })

it.each([
  ['none', [], 'US', []],
  ['those that have no other', [aDrain('sns')], 'US', ['payment']],
  ['those that have no other in that country', [inGermany], 'DE', ['payment']],
  ['none, where it is another country', [inGermany], 'US', []],
  ['none, where one country says nothing of all', [inGermany], undefined, []],
  ['all', [aDrain('sns'), aDrain('twilio')], undefined, [...kinds]],
])('the kinds that are sent by drained carriers all the same are %s', (_, drains, country, expected) => {
  expect(withoutOther(orders, drains, country, noon)).toEqual(expected)
})
