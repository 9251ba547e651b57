import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasher } from '../../../functions/notification/hasher.ts'
import { fingerprint } from '../../../functions/request/fingerprint.ts'
import { isStorable } from '../../../functions/request/is-storable.ts'
import { NotificationRequest } from '../../../functions/request/notification-request.ts'
import { aRequest } from '../../builders/a-request-event.ts'
import { atNoon } from '../../builders/noon.ts'

const key = hasher('1', 'a key of at least thirty-two characters')
const fingerprintOf = (request: object) => fingerprint(NotificationRequest.parse(request), key)

const shuffled = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .map(([name, inner]) => [name, shuffled(inner)] as const)
          .toReversed(),
      )
    : value

it('is the same whatever the order of the fields', () => {
  expect(fingerprintOf({ ...(shuffled(aRequest()) as object) })).toBe(fingerprintOf(aRequest()))
})

it.each<[string, object]>([
  ['the id', { notificationId: 'shop-order-4712-shipped' }],
  ['the number', { to: '+14155550124' }],
  ['the template', { template: 'order-arrived' }],
  ['the locale', { locale: 'de' }],
  ['no locale', { locale: undefined }],
  ['a parameter', { params: { orderNo: '4712', eta: '2026-11-24' } }],
  ["a parameter's type", { params: { orderNo: 4711, eta: '2026-11-24' } }],
  ["a parameter's name", { params: { order: '4711', eta: '2026-11-24' } }],
  ['one parameter more', { params: { orderNo: '4711', eta: '2026-11-24', shop: 'Berlin' } }],
  ['two parameters exchanged', { params: { orderNo: '2026-11-24', eta: '4711' } }],
  ['a time to send', { sendAfter: atNoon() }],
  ['a time to expire', { expiresAt: atNoon() }],
  ["a recipient's zone", { timeZone: 'Europe/Berlin' }],
])('is another for another request: %s', (_, overrides) => {
  expect(fingerprintOf(aRequest(overrides))).not.toBe(fingerprintOf(aRequest()))
})

it('is the same for the same parameters and for no others, whatever they are', () => {
  const anyParams = fc.dictionary(
    fc.constantFrom('orderNo', 'eta', '10', '9'),
    fc.jsonValue({ maxDepth: 2 }).filter((value) => isStorable(value)),
    {
      maxKeys: 3,
    },
  )
  const inOneOrder = (value: unknown): string => JSON.stringify(value, (_, inner) => sortedByName(inner))
  fc.assert(
    fc.property(anyParams, anyParams, (a, b) => {
      const same = inOneOrder(a) === inOneOrder(b)
      expect(fingerprintOf(aRequest({ params: a })) === fingerprintOf(aRequest({ params: b }))).toBe(same)
      expect(fingerprintOf(aRequest({ params: shuffled(a) }))).toBe(fingerprintOf(aRequest({ params: a })))
    }),
  )
})

it('tells an object from the list of its entries', () => {
  const [object, list] = [{ eta: { a: 1 } }, { eta: [['a', 1]] }]
  expect(fingerprintOf(aRequest({ params: object }))).not.toBe(fingerprintOf(aRequest({ params: list })))
})

it('tells a list from the object of its places', () => {
  const [list, object] = [{ eta: ['a'] }, { eta: { 0: 'a' } }]
  expect(fingerprintOf(aRequest({ params: list }))).not.toBe(fingerprintOf(aRequest({ params: object })))
})

it('is hashed as a request, so that it is never the hash of a recipient', () => {
  const purposes: string[] = []
  const hash = (purpose: string) => String(purposes.push(purpose))
  fingerprint(NotificationRequest.parse(aRequest()), { keyId: '1', hash })
  expect(purposes).toEqual(['request'])
})

it('stays what it was before a request could name a zone, so that the repeat of an old event is still one', () => {
  const kept = '05e0998b05d5dec98a5f2c2f982906f79f2584e8eca428fdf163c80e1d8eeac0'
  expect(fingerprintOf(aRequest())).toBe(kept)
})

it('holds nothing of the request that could be read', () => {
  expect(fingerprintOf(aRequest())).toMatch(/^[0-9a-f]{64}$/)
})

const sortedByName = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
