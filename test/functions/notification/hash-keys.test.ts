import { expect, it } from 'vitest'
import { HashKeys, hashersOf } from '../../../functions/notification/hash-keys.ts'

const [one, two, three] = ['1', '2', '3'].map((id) => ({ id, key: id.repeat(32) }))

it('is one key where the secret is as it was made', () => {
  expect(hashersOf(HashKeys.parse(one)).map(({ keyId }) => keyId)).toEqual(['1'])
})

it('is the current key, and then those before it, each with hashes of its own', () => {
  const hashers = hashersOf(HashKeys.parse({ ...three, former: [two, one] }))
  expect(hashers.map(({ keyId }) => keyId)).toEqual(['3', '2', '1'])
  expect(new Set(hashers.map(({ hash }) => hash('request', 'words'))).size).toBe(3)
})

it.each<[string, object]>([
  ['two keys under one id', { ...two, former: [{ ...one, id: '2' }] }],
  ['two former keys under one id', { ...three, former: [one, { ...two, id: '1' }] }],
  ['a short key', { id: '1', key: 'short' }],
  ['a short former key', { ...two, former: [{ id: '1', key: 'short' }] }],
])('refuses %s, without quoting it', (_, secret) => {
  const { error } = HashKeys.safeParse(secret)
  expect(error?.issues.length).toBeGreaterThan(0)
  expect(error?.message).not.toMatch(/2222|1111|short/)
})
