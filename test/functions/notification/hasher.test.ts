import { expect, it } from 'vitest'
import { hasher, hashRecipient } from '../../../functions/notification/hasher.ts'

const ours = hasher('key-1', 'a key of at least thirty-two characters')
const { hash, keyId } = ours

it('recognises a number again, and does not show it', () => {
  expect(hash('recipient', '+14155550123')).toBe(hash('recipient', '+14155550123'))
  expect(hash('recipient', '+14155550123')).toMatch(/^[0-9a-f]{64}$/)
  expect(hash('recipient', '+14155550123')).not.toBe(hash('recipient', '+14155550124'))
})

it('tells which key it used, and hashes otherwise with another', () => {
  expect(keyId).toBe('key-1')
  const other = hasher('key-2', 'another key of at least thirty-two characters')
  expect(other.hash('recipient', '+14155550123')).not.toBe(hash('recipient', '+14155550123'))
})

it('hashes a recipient otherwise than a request of the same words', () => {
  expect(hash('recipient', '+14155550123')).not.toBe(hash('request', '+14155550123'))
})

it.each(['+1 (415) 555-0123', '+1.415.555.0123', ' +14155550123'])('knows a recipient in another spelling: %s', (spelling) => {
  expect(hashRecipient(ours, spelling)).toBe(hash('recipient', '+14155550123'))
})
