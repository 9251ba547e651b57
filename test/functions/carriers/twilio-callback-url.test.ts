import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptOf, callbackUrlOf, expiryOf } from '../../../functions/carriers/twilio-callback-url.ts'
import { noon } from './a-twilio-caller.ts'

const base = 'https://hooks.example.com/receipts'

describe('the URL by which Twilio calls back', () => {
  it('names the attempt, its own end in 8 days and, out of the query, the wish for retries', () => {
    const url = callbackUrlOf(base, { notificationId: 'shop-order-4711-shipped', attempt: 2 }, noon)
    expect(url).toBe(`${base}?attempt=shop-order-4711-shipped%2F2&expires=1796040000#rc=3&rp=all`)
    expect(expiryOf(url)).toEqual(new Date('2026-11-30T12:00:00Z'))
  })

  it('leads back to any attempt, and is spelt as any parser of URLs or queries spells it', () => {
    const notificationId = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/)
    fc.assert(
      fc.property(notificationId, fc.integer({ min: 1, max: 40 }), (id, attempt) => {
        const url = callbackUrlOf(base, { notificationId: id, attempt }, noon)
        expect(attemptOf(url)).toEqual({ notificationId: id, attempt })
        expect(new URL(url).href).toBe(url)
        expect(`?${new URLSearchParams(new URL(url).search)}`).toBe(new URL(url).search)
      }),
    )
  })

  it.each([
    '',
    '?attempt=',
    '?attempt=shop',
    '?attempt=shop/',
    '?attempt=/1',
    '?attempt=shop/0',
    '?attempt=shop/-1',
    '?attempt=shop/1.5',
    '?attempt=shop/1/2',
    '?attempt=shop/99999',
    '?attempt=my+shop/1',
    `?attempt=${'a'.repeat(65)}/1`,
  ])('names no attempt by %j', (query) => {
    expect(attemptOf(base + query)).toBeUndefined()
  })

  it.each(['', '?expires=', '?expires=soon', '?expires=-1', '?expires=1e9', '?expires=1.5', '?expires=999999999999'])(
    'names no end by %j',
    (query) => {
      expect(expiryOf(base + query)).toBeUndefined()
    },
  )
})
