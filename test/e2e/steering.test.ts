import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { CarrierEvent } from '../../functions/publish/carrier-event.ts'
import { watchCarrierEvents } from '../../local/status-feed.ts'
import { heliograph, requestsTo } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'

/** Numbers of Canada, and drains for Canada alone: all tests share the carriers. */
const aRequest = requestsTo(416)
const canada = ['--country', 'CA'] as const

const watching = new AbortController()
const told: CarrierEvent[] = []
let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
  await watchCarrierEvents(world.target, `test-${randomUUID()}`, watching.signal, (event) => told.push(event))
})
afterAll(() => {
  watching.abort()
  world.stop()
})

const carrierOf = async () => {
  const request = aRequest()
  await world.put(request)
  const { carrier } = await world.event(request.notificationId, 'Notification Delivered')
  return carrier
}

it('a drained carrier is left out from the next text on, until it is restored, and the audit keeps both', async () => {
  expect(await carrierOf()).toBe('twilio')
  const drain = await commandLine('carriers', 'drain', 'twilio', ...canada, '--for', '10m', '--reason', 'codes come late')
  expect(drain).toMatchObject({ err: '', code: 0 })
  expect(drain.out).toMatch(/^twilio {2}drained in CA until .*: codes come late/)
  expect(await carrierOf()).toBe('sns')

  const { out } = await commandLine('carriers', '--json')
  const twilio = JSON.parse(out).find(({ carrier }: { readonly carrier: string }) => carrier === 'twilio')
  expect(twilio.drains).toMatchObject([{ country: 'CA', reason: 'codes come late', by: expect.stringMatching(/^arn:aws:/) }])

  expect(await commandLine('carriers', 'restore', 'twilio', ...canada, '--reason', 'well again')).toMatchObject({ code: 0 })
  expect(await carrierOf()).toBe('twilio')
  const history = JSON.parse((await commandLine('carriers', 'history', '--json')).out)
  expect(history.slice(0, 2)).toMatchObject([
    { action: 'restore', carrier: 'twilio', country: 'CA', reason: 'well again', by: expect.stringMatching(/^arn:aws:/) },
    { action: 'drain', carrier: 'twilio', country: 'CA', reason: 'codes come late', by: expect.stringMatching(/^arn:aws:/) },
  ])
})

it('a team is told by the bus of what was drained and restored', async () => {
  const ofCanada = () => told.filter(({ detail }) => detail.country === 'CA').map(({ detailType }) => detailType)
  await vi.waitFor(() => expect(ofCanada()).toEqual(['Carrier Drained', 'Carrier Restored']), { timeout: 20_000 })
})

it.each([
  ['nothing is drained', ['restore', 'twilio', '--country', 'IE', '--reason', 'any'], 1, 'it is not drained'],
  ['a country is texted by nobody', ['drain', 'twilio', '--country', 'JP', '--reason', 'any'], 1, 'no numbers of that country'],
  ['a drain is for too long', ['drain', 'twilio', ...canada, '--for', '8d', '--reason', 'any'], 2, '7 days at most'],
  ['a time is none', ['drain', 'twilio', '--for', 'soon', '--reason', 'any'], 2, 'soon is no time'],
  ['there is no such carrier', ['drain', 'pigeon', '--reason', 'any'], 2, 'There is no carrier pigeon'],
])('says in a sentence where %s', async (_case, args, code, sentence) => {
  const said = await commandLine('carriers', ...args)
  expect(said).toMatchObject({ out: '', code })
  expect(said.err).toContain(sentence)
})
