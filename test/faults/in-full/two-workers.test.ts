import { afterAll, beforeAll, expect } from 'vitest'
import { requestsTo } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
import { type SendingAgain, sendingAgain } from '../send-again.ts'
import { sentenceOfAll } from '../sentence-of.ts'
import type { Judged } from '../violations.ts'

const aRequest = requestsTo(808)

let world: SendingAgain
beforeAll(async () => {
  world = await sendingAgain()
})
afterAll(() => world.stop())

/** Holds the arming writes of two tasks until both are there, and lets them go at once. */
const meetAtTheArmingWrite = async (request: ReturnType<typeof aRequest>): Promise<Judged[]> => {
  const { notificationId } = request
  const arming = { service: 'dynamodb', operation: 'TransactWriteItems', holding: [notificationId, '"armed"'] }
  const meeting = await world.strike({ ...arming, does: { kind: 'gather', calls: 2 } })
  await world.put(request)
  await world.until(async () => expect(await meeting.strikes()).not.toHaveLength(0))
  const { next } = await world.notification(notificationId)
  if (next === undefined) throw new Error(`${notificationId} has no decision`)
  await world.sendAgain(notificationId, next)
  const judged = await world.ended(request)
  const writes = await meeting.strikes()
  expect(new Set(writes.map(({ digest }) => digest)).size).toBeGreaterThan(1)
  return judged
}

const pairs = 50
const atOnce = 5

it('F8: two workers arm at once, 50 times, and one text each is sent', async ({ tell }) => {
  const judged: Judged[] = []
  for (let from = 0; from < pairs; from += atOnce) {
    const wave = await Promise.all(Array.from({ length: atOnce }, () => meetAtTheArmingWrite(aRequest())))
    judged.push(...wave.flat())
  }
  expect(judged.map(({ calls }) => calls.length)).toEqual(Array.from({ length: pairs }, () => 1))
  tell(sentenceOfAll(judged))
})
