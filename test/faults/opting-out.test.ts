import { afterAll, beforeAll, expect, vi } from 'vitest'
import { marketing, membership, order, payment, requestsTo } from '../e2e/heliograph.ts'
import { middayZone } from '../e2e/midday-zone.ts'
import { orderOfCommits } from '../e2e/order-of-commits.ts'
import { permissionWorld } from '../e2e/permission-world.ts'
import { it } from './it.ts'
import { silent } from './requests.ts'
import { type UnderFaults, underFaults } from './under-faults.ts'

const aRequest = requestsTo(347)
type Asked = ReturnType<typeof aRequest>

let world: UnderFaults
let permissions: Awaited<ReturnType<typeof permissionWorld>>
beforeAll(async () => {
  world = await underFaults()
  permissions = await permissionWorld()
})
afterAll(() => {
  world.stop()
  permissions.stop()
})

const anOffer = async (): Promise<Asked> => {
  const request = aRequest({ ...marketing, timeZone: middayZone() })
  await world.network.scriptPhone(request.to, silent)
  await permissions.consent(request.to)
  return request
}

const patience = { timeout: 60_000, interval: 100 }
const orders = [
  ['opt-out', 'arming'],
  ['arming', 'opt-out'],
] as const

/** Holds the write that arms and the one that suppresses until both are there, and lets them go at once, in the order in which they came. */
const meetAtTheTable = async (request: Asked, inOrder: (typeof orders)[number]) => {
  const { to } = request
  const recipientHash = permissions.hashOf(to)
  const ways = { arming: () => world.put(request), 'opt-out': () => world.network.reply(to, { text: 'STOP' }) }
  const writes = { service: 'dynamodb', operation: 'TransactWriteItems', holding: [`"S#${recipientHash}"`] }
  const meeting = await world.strike({ ...writes, does: { kind: 'gather', calls: 2 } })
  const begun: Promise<unknown>[] = []
  for (const [index, who] of inOrder.entries()) {
    begun.push(ways[who]())
    await vi.waitFor(async () => {
      const calls = new Set((await meeting.strikes()).map(({ digest }) => digest))
      if (calls.size <= index) throw new Error(`no write of the ${who} names the recipient yet`)
    }, patience)
  }
  await Promise.all(begun)
  await permissions.until(to, ({ suppressions }) => suppressions.all !== undefined)
  const [judged] = await world.ended(request)
  return { ...request, recipientHash, judged }
}

it('F39: an opt-out and an arming come to the table at once, 50 times, and nobody is asked to text who had opted out', async ({
  tell,
}) => {
  const met: Awaited<ReturnType<typeof meetAtTheTable>>[] = []
  const kinds = [aRequest, () => aRequest(order), () => aRequest(payment), () => aRequest(membership), anOffer]
  for (const ask of kinds)
    for (const inOrder of orders) {
      const wave = Array.from({ length: 5 }, async () => meetAtTheTable(await ask(), inOrder))
      met.push(...(await Promise.all(wave)))
    }
  const commits = await orderOfCommits(world.target)
  for (const { notificationId, recipientHash, judged } of met) {
    expect(commits.armedAfterOptOut(notificationId, recipientHash)).toEqual([])
    expect(judged?.calls).toHaveLength(commits.armings(notificationId).length)
    expect(judged?.notification.outcome === 'suppressed').toBe(judged?.calls.length === 0)
  }
  expect(new Set(met.map(({ judged }) => judged?.calls.length))).toEqual(new Set([0, 1]))
  tell('no request where the opt-out was committed first, suppressed: opted-out-of-all; 1 request each where the arming was')
})
