import { timingSafeEqual } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { isSignedByTwilio } from '../../../functions/carriers/twilio-signature.ts'
import { aCallback } from './a-callback.ts'
import { account } from './a-twilio-caller.ts'

vi.mock(import('node:crypto'), async (original) => {
  const crypto = await original()
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) }
})

beforeEach(() => void vi.mocked(timingSafeEqual).mockClear())

/** Whether the bytes of the whole signature were compared, in constant time. */
const isCompared = (signature: string) =>
  vi.mocked(timingSafeEqual).mock.calls.some((pair) => pair.some((bytes) => Buffer.from(signature).equals(bytes as Buffer)))

it('compares a true signature in constant time', () => {
  const callback = aCallback()
  expect(isSignedByTwilio(callback, [account.authToken])).toBe(true)
  expect(isCompared(callback.signature)).toBe(true)
})

it.each(['A', 'z'])('compares a forged signature in constant time, whether it fails early or late: %s', (letter) => {
  const { signature, ...callback } = aCallback()
  for (const forged of [letter + signature.slice(1), `${signature.slice(0, -2)}${letter}=`]) {
    expect(isSignedByTwilio({ ...callback, signature: forged }, [account.authToken])).toBe(false)
    expect(isCompared(forged)).toBe(true)
  }
})
