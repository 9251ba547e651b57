import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askReveal } from '../../commands/show/ask-reveal.ts'
import { listReveals } from '../../functions/record/reveals.ts'
import { requestsTo } from '../e2e/heliograph.ts'
import { guardedHeliograph } from './guarded-heliograph.ts'
import { iamOf } from './iam.ts'

const aRequest = requestsTo(808)

let world: Awaited<ReturnType<typeof guardedHeliograph>>
beforeAll(async () => {
  world = await guardedHeliograph()
})
afterAll(() => world.stop())

const delivered = async () => {
  const request = aRequest()
  await world.put(request)
  await world.event(request.notificationId, 'Notification Delivered')
  return request
}

const looksAt = (id: string) => Array.fromAsync(listReveals(world.table, id))

/** The deployment as somebody reaches it who may do this and no more. */
const targetOf = async (name: string, ...may: readonly string[]) => {
  const { client, outputs } = world.target
  const rights = may.map((Action) => ({ Action, Resource: '*' }))
  return { client: { ...client, credentials: await iamOf(client.endpoint ?? '').userWho(name, rights) }, outputs }
}

describe('with no right but those of its own role', () => {
  it('reveal shows a number, and keeps who looked, to somebody who may call it and write nothing', async () => {
    const { notificationId, to } = await delivered()
    const target = await targetOf('looker', 'lambda:InvokeFunctionUrl', 'lambda:InvokeFunction')
    expect(await askReveal(target, notificationId)).toMatchObject({ to })
    const by = 'arn:aws:iam::000000000000:user/looker'
    expect(await looksAt(notificationId)).toEqual([{ at: expect.any(String), by }])
  })
})

describe('with a right taken away', () => {
  it('from reveal, to write: nothing is shown', async () => {
    const { notificationId } = await delivered()
    const look = () => expect(askReveal(world.target, notificationId)).rejects.toThrow('nothing that can be read')
    await world.roles.without('RevealsReveal', 'dynamodb:PutItem', look)
    expect(await looksAt(notificationId)).toEqual([])
  })
})

it('who has no right to the URL is refused by AWS, and is shown nothing', async () => {
  const { notificationId } = await delivered()
  const look = askReveal(await targetOf('curious', 'dynamodb:GetItem'), notificationId)
  await expect(look).rejects.toThrow(/lambda:InvokeFunctionUrl/)
  expect(await looksAt(notificationId)).toEqual([])
})
