import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { suppressedScopes } from '../../functions/recipient/suppressed-scopes.ts'
import { heliograph, marketing, order, requestsTo } from './heliograph.ts'
import { middayZone } from './midday-zone.ts'
import { orderOfCommits } from './order-of-commits.ts'
import { permissionWorld } from './permission-world.ts'

const aRequest = requestsTo(916)
type Asked = ReturnType<typeof aRequest>
type OptOut = (to: string) => Promise<unknown>

let deployed: Awaited<ReturnType<typeof heliograph>>
let world: Awaited<ReturnType<typeof permissionWorld>>
beforeAll(async () => {
  deployed = await heliograph()
  world = await permissionWorld()
})
afterAll(() => {
  deployed.stop()
  world.stop()
})

const reply: OptOut = (to) => world.network.reply(to, { text: 'STOP' })
const event =
  (scope: string): OptOut =>
  (to) =>
    world.tell('Suppress Recipient', { to, scope, reason: 'complaint' })

/** An offer to somebody who has agreed, at a right hour. */
const anOffer = async (overrides: object = {}): Promise<Asked> => {
  const request = aRequest({ ...marketing, timeZone: middayZone(), ...overrides })
  const { to } = request
  await world.network.scriptPhone(to, { receipts: [] })
  await world.consent(to)
  return request
}
const soon = () => ({ sendAfter: new Date(Date.now() + 3_000).toISOString() })

const outcomeOf = (id: string) =>
  vi.waitFor(
    async () => {
      const { outcome } = await deployed.notification(id)
      if (outcome === undefined) throw new Error(`${id} has no outcome yet`)
      return outcome
    },
    { timeout: 45_000, interval: 100 },
  )

const race = async (request: Asked, optOut: OptOut, afterMs: number) => {
  await deployed.put(request)
  await wait(afterMs) // the moment is the case, not a hope
  await optOut(request.to)
  await world.until(request.to, (recipient) => suppressedScopes(recipient).length > 0)
  return { ...request, outcome: await outcomeOf(request.notificationId) }
}

/** Ten times, each a little sooner or later than the last by how that ended: so most come at the very moment of arming. */
const tenRaces = async (ask: () => Asked | Promise<Asked>, optOut: OptOut, firstAfterMs: number) => {
  const raced: Awaited<ReturnType<typeof race>>[] = []
  let afterMs = firstAfterMs
  for (let step = 400; raced.length < 10; step *= 0.8) {
    const one = await race(await ask(), optOut, afterMs)
    raced.push(one)
    afterMs = Math.max(0, afterMs + (one.outcome === 'suppressed' ? step : -step))
  }
  return raced
}

const told: Readonly<Record<string, readonly string[]>> = {
  suppressed: ['Notification Suppressed'],
  delivered: ['Notification Sent', 'Notification Delivered'],
  accepted: ['Notification Sent', 'Notification Accepted'],
}

it('no text is armed once an opt-out is committed, in 50 races of the two, and both win some', { timeout: 300_000 }, async () => {
  const races = await Promise.all([
    tenRaces(aRequest, reply, 500),
    tenRaces(aRequest, event('all'), 300),
    tenRaces(() => aRequest(order), reply, 500),
    tenRaces(anOffer, event('marketing'), 300),
    tenRaces(() => anOffer(soon()), reply, 3_000),
  ])
  const commits = await orderOfCommits(deployed.target)
  for (const { notificationId, to, outcome } of races.flat()) {
    expect(commits.armedAfterOptOut(notificationId, world.hashOf(to))).toEqual([])
    const texts = outcome === 'suppressed' ? 0 : 1
    expect(commits.armings(notificationId)).toHaveLength(texts)
    expect(await world.network.textsOn(to)).toHaveLength(texts)
    const types = () => deployed.eventsOf(notificationId).map(({ detailType }) => detailType)
    await vi.waitFor(() => expect(types().filter((type) => type !== 'Notification Held')).toEqual(told[outcome]))
  }
  expect(new Set(races.flat().map(({ outcome }) => outcome))).toEqual(new Set(Object.keys(told)))
})
