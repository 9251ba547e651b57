import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { KindPolicy } from '../../../functions/notification/kind-policy.ts'
import { defaultKinds, type Kind, kinds } from '../../../functions/notification/kinds.ts'
import { type Waits, waitFor } from '../../../functions/notification/wait.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const waits: Waits = { receiptSeconds: { sns: 80, twilio: 25 }, shortest: 20 }

it.each<[string, Kind, number, Partial<Waits & KindPolicy>, number | undefined]>([
  ["a code waits as long as its carrier's receipt usually takes", 'verification', 300, {}, 80],
  ['a code waits 90 s for a slow carrier', 'verification', 300, { receiptSeconds: { sns: 200, twilio: 25 } }, 90],
  ['a payment waits 10 min', 'payment', 86_400, {}, 600],
  ['an order waits 30 min', 'order', 86_400, {}, 1_800],
  ['a parcel waits 30 min', 'logistics', 86_400, {}, 1_800],
  ['a membership waits 30 min', 'membership', 86_400, {}, 1_800],
  ['an order waits as a deployment says', 'order', 86_400, { receiptWaitSeconds: 30 }, 30],
  ['a code waits as a deployment says, at most as its carrier', 'verification', 300, { receiptWaitSeconds: 120 }, 80],
  ['marketing awaits no receipt: the sending function alone', 'marketing', 86_400, {}, 20],
  ['marketing does not start when there is no time for that', 'marketing', 19.9, {}, undefined],
  ['a wait outlasts the sending function', 'verification', 300, { receiptSeconds: { sns: 5, twilio: 25 } }, 20],
  ['a wait ends with the validity', 'order', 300, {}, 300],
  ['a wait ends with the whole second before the validity', 'order', 300.9, {}, 300],
  ['an attempt starts while there is just time for it', 'order', 20, {}, 20],
  ['an attempt does not start when there is no time for it', 'order', 19.9, {}, undefined],
  ['an attempt does not start after the validity', 'order', -60, {}, undefined],
])('%s', (_, kind, validSeconds, overrides, seconds) => {
  const policy = { ...defaultKinds[kind], ...overrides }
  expect(waitFor(policy, 'sns', atNoon(validSeconds), noon, { ...waits, ...overrides })).toBe(seconds)
})

it('is as long as the receipt of that very carrier usually takes', () => {
  expect(waitFor(defaultKinds.verification, 'twilio', atNoon(300), noon, waits)).toBe(25)
})

it('never passes the validity and is never shorter than the sending function', () => {
  const seconds = fc.integer({ min: 1, max: 5_000 })
  const anyPolicy = fc
    .tuple(fc.constantFrom(...kinds), seconds)
    .map(([kind, receiptWaitSeconds]) => ({ ...defaultKinds[kind], receiptWaitSeconds }))
  const anyWaits = fc.record({ receiptSeconds: fc.record({ sns: seconds, twilio: seconds }), shortest: seconds })
  const anyMoment = fc.double({ min: -100, max: 100_000, noNaN: true }).map(afterNoon)
  fc.assert(
    fc.property(anyPolicy, anyMoment, anyMoment, anyWaits, (policy, validUntil, now, given) => {
      const wait = waitFor(policy, 'sns', validUntil.toISOString(), now, given)
      const secondsLeft = (validUntil.getTime() - now.getTime()) / 1000
      if (wait === undefined) expect(secondsLeft).toBeLessThan(given.shortest)
      else {
        expect(wait).toBe(Math.floor(wait))
        expect(wait).toBeLessThanOrEqual(secondsLeft)
        expect(wait).toBeGreaterThanOrEqual(given.shortest)
      }
    }),
  )
})
