import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { hasher } from '../../../functions/notification/hasher.ts'
import { loadHashers } from '../../../functions/runtime/load-hashers.ts'

const key = 'k'.repeat(64)

/** A Secrets Manager: what it keeps, and what it was asked for. */
const secrets = new Map<string, string>()
const asked: string[] = []
const server = createServer(async (request, response) => {
  const { SecretId } = (await json(request)) as { readonly SecretId: string }
  asked.push(SecretId)
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
  response.end(JSON.stringify({ ARN: SecretId, SecretString: secrets.get(SecretId) }))
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

/** Another one each time, since what was read is kept for five minutes. */
const aSecret = (value: object) => {
  const arn = `arn:aws:secretsmanager:us-east-1:000000000000:secret:${randomUUID()}`
  secrets.set(arn, JSON.stringify(value))
  return arn
}

it('hashes by the keys in the secret, the current one first, and says which each is', async () => {
  const former = { id: '6', key: 'f'.repeat(64) }
  const loaded = await loadHashers(aSecret({ id: '7', key, former: [former] }))
  expect(loaded.map(({ keyId }) => keyId)).toEqual(['7', '6'])
  expect(loaded[0].hash('recipient', '+14155550123')).toBe(hasher('7', key).hash('recipient', '+14155550123'))
})

it('asks once for many requests', async () => {
  const arn = aSecret({ id: '7', key })
  await loadHashers(arn)
  await loadHashers(arn)
  expect(asked.filter((secretId) => secretId === arn)).toHaveLength(1)
})

it.each([
  ['has no id', { key }],
  ['has a key that can be guessed', { id: '7', key: 'short-secret' }],
])('does not hash by a secret that %s, and does not quote it', async (_what, secret) => {
  const failure = await loadHashers(aSecret(secret)).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  expect(String(failure)).not.toContain(secret.key)
})
