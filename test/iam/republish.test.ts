import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { requestsTo, unmistakable } from '../e2e/heliograph.ts'
import { guardedHeliograph } from './guarded-heliograph.ts'
import { unpublished } from './unpublished.ts'

const aRequest = requestsTo(312)

let world: Awaited<ReturnType<typeof guardedHeliograph>>
let failed: Awaited<ReturnType<typeof unpublished>>
beforeAll(async () => {
  world = await guardedHeliograph()
  failed = await unpublished(world.target.client)
})
afterAll(() => world.stop())

/** Has a request rejected of which `publish` may tell nobody, until Lambda has given up. */
const untold = async () => {
  const request = aRequest({ params: { code: unmistakable.word } })
  const put = () => world.put(request)
  const letter = () => vi.waitUntil(async () => (await failed.letters())[0], { timeout: 20_000, interval: 200 })
  await failed.whileImpatient(() => world.roles.without('StatusPublish', 'events:PutEvents', put, letter))
  expect(world.eventsOf(request.notificationId)).toEqual([])
  return { id: request.notificationId, letter: await letter() }
}

it('with no right but those of its own role, republish tells what publish could not, and empties the failure queue', async () => {
  const { id } = await untold()
  expect(await failed.republish()).toBeUndefined()
  expect(await world.event(id, 'Notification Rejected')).toMatchObject({ reason: 'invalid-parameters' })
  expect(await failed.count()).toBe(0)
})

it('with a right taken away from republish, whichever it is, nobody is told until it is given back', async () => {
  const { id, letter } = await untold()
  const nobody = async () => expect(world.eventsOf(id)).toEqual([])
  for (const action of ['sqs:ReceiveMessage', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords', 'events:PutEvents']) {
    const tried = async () => expect(await failed.republish(), `without ${action}`).toBe('Unhandled')
    await world.roles.without('StatusAgainRepublish', action, tried, nobody)
    await failed.putBack(letter)
  }
  expect(await failed.republish()).toBeUndefined()
  await world.event(id, 'Notification Rejected')
})

it('with sqs:DeleteMessage taken away from republish, what it has told is told again', async () => {
  const { id } = await untold()
  const before = await failed.count()
  const tried = async () => expect(await failed.republish()).toBe('Unhandled')
  await world.roles.without('StatusAgainRepublish', 'sqs:DeleteMessage', tried, () => world.event(id, 'Notification Rejected'))
  expect(await failed.count()).toBe(before)
})
