import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import { type CarrierOrder, carriersNow } from '../../../functions/steering/carriers-now.ts'
import type { Drain } from '../../../functions/steering/drain.ts'
import { aDrain } from '../../builders/a-drain.ts'
import { someCarriers } from '../../builders/a-situation.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const order: CarrierOrder = ['twilio', 'sns']

it.each<[string, readonly Drain[], ReturnType<typeof carriersNow>]>([
  ['nobody has said anything', [], { carriers: order, drained: [] }],
  ['one of them is drained', [aDrain('twilio')], { carriers: ['sns'], drained: ['twilio'] }],
  ['the last of them is drained', [aDrain('sns')], { carriers: ['twilio'], drained: ['sns'] }],
  ['all are drained', [aDrain('sns'), aDrain('twilio')], { carriers: order, drained: order }],
  ['a drain has ended', [aDrain('twilio', { until: atNoon() })], { carriers: order, drained: [] }],
  ['a drain ends in a moment', [aDrain('twilio', { until: atNoon(0.001) })], { carriers: ['sns'], drained: ['twilio'] }],
  ['the clock of whoever drained is ahead', [aDrain('twilio', { from: atNoon(3) })], { carriers: ['sns'], drained: ['twilio'] }],
  ['it is drained for this country', [aDrain('twilio', { country: 'US' })], { carriers: ['sns'], drained: ['twilio'] }],
  ['it is drained for another country', [aDrain('twilio', { country: 'DE' })], { carriers: order, drained: [] }],
  [
    'one of its drains has ended',
    [aDrain('twilio', { until: atNoon(-1) }), aDrain('twilio', { country: 'US' })],
    { carriers: ['sns'], drained: ['twilio'] },
  ],
])('where %s', (_, drains, now) => {
  expect(carriersNow(order, drains, 'US', noon)).toEqual(now)
})

it('without a country, what holds for one country holds for none', () => {
  expect(carriersNow(order, [aDrain('twilio', { country: 'US' })], undefined, noon).drained).toEqual([])
  expect(carriersNow(order, [aDrain('twilio')], undefined, noon).drained).toEqual(['twilio'])
})

it('a carrier that is tried twice is left out twice', () => {
  const twice: CarrierOrder = ['twilio', 'sns', 'twilio']
  expect(carriersNow(twice, [aDrain('twilio')], 'US', noon).carriers).toEqual(['sns'])
})

const names = someCarriers(5)
const Seconds = fc.integer({ min: -10, max: 10 })
const AnyDrain = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(undefined, 'US', 'DE'), Seconds)
  .map(([carrier, country, after]) => aDrain(carrier, { until: atNoon(after), ...(country && { country }) }))

it('whoever was drained, there is a carrier, in the old order, and none that is drained beside one that is not', () => {
  const isAsSaid = (drains: readonly Drain[], at: number) => {
    const now = afterNoon(at)
    const inForce = drains.filter(({ country, until }) => Date.parse(until) > now.getTime() && country !== 'DE')
    const isDrained = (name: CarrierName) => inForce.some(({ carrier }) => carrier === name)
    const { carriers, drained } = carriersNow(names, drains, 'US', now)
    expect(drained).toEqual(names.filter(isDrained))
    expect(carriers).toEqual(drained.length === names.length ? names : names.filter((name) => !isDrained(name)))
  }
  fc.assert(fc.property(fc.array(AnyDrain, { maxLength: 12 }), Seconds, isAsSaid))
})
