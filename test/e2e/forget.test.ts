import { randomUUID } from 'node:crypto'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { heliograph, order, requestsTo } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'

const aRequest = requestsTo(808)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

it('forgets a person by the number, and says what it erased without saying the number', async () => {
  const [first, other] = [aRequest(), aRequest()]
  const second = { ...aRequest(), to: first.to }
  await world.put(first, second, other)
  for (const { notificationId } of [first, second, other]) await world.event(notificationId, 'Notification Delivered')
  const MessageBody = JSON.stringify({ id: randomUUID(), detail: first })
  const QueueUrl = world.target.outputs.RequestsDeadLettersUrl
  const { MessageId } = await new SQSClient(world.target.client).send(new SendMessageCommand({ QueueUrl, MessageBody }))

  const { out, err, code } = await commandLine('forget', '--to', first.to)
  expect({ err, code }).toEqual({ err: '', code: 0 })
  for (const { notificationId } of [first, second]) {
    expect(out).toContain(`erased       notification ${notificationId} (delivered)\n`)
    expect(await world.person(notificationId)).toBeUndefined()
  }
  expect(out).toContain(`deleted      dead letter of requests (DeadLetters) ${MessageId}\n`)
  expect(out).toContain('notifications: 2 erased, 0 gone before; dead letters: 1\n')
  expect(out).not.toContain(first.to.slice(1))
  expect(await world.person(other.notificationId)).toMatchObject({ to: other.to })
  expect(await world.notification(first.notificationId)).toMatchObject({ outcome: 'delivered' })
})

it('only says what it would erase in a dry run, and does no harm when it is repeated', async () => {
  const { to, notificationId, ...request } = aRequest()
  await world.put({ to, notificationId, ...request })
  await world.event(notificationId, 'Notification Delivered')
  const { out } = await commandLine('forget', '--to', to, '--dry-run')
  expect(out).toMatch(/^Nothing is changed\. This would be:\n/)
  expect(await world.person(notificationId)).toMatchObject({ to })
  await commandLine('forget', '--to', to)
  const again = await commandLine('forget', '--to', to)
  expect(again.out).toContain('notifications: 0 erased, 1 gone before; dead letters: 0\n')
})

it('lets a notification that is under way end without another text', async () => {
  const request = aRequest(order)
  await world.network.scriptCarrierPhone('sns', request.to, { receipts: [] })
  await world.put(request)
  await world.event(request.notificationId, 'Notification Sent')
  const { out } = await commandLine('forget', '--to', request.to)
  expect(out).toContain(`erased       notification ${request.notificationId} (under way)\n`)

  expect(await world.event(request.notificationId, 'Notification Unknown')).toMatchObject({ reason: 'person-erased', attempt: 1 })
  expect((await world.network.calls()).filter(({ to }) => to === request.to)).toHaveLength(1)
})

it('says in a sentence that a number is written in E.164', async () => {
  const sentence = 'The number is written in E.164, e.g. --to +14155550123.\n'
  expect(await commandLine('forget', '--to', '4155550123')).toEqual({ out: '', err: sentence, code: 1 })
})
