import { randomUUID } from 'node:crypto'
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, it } from 'vitest'
import { forgetPerson, type Step } from '../../commands/forget/forget-person.ts'
import { hasher, hashRecipient } from '../../functions/notification/hasher.ts'
import { readPerson } from '../../functions/record/read-person.ts'
import { aPerson } from '../builders/a-person.ts'
import { aRequest, aRequestEvent } from '../builders/a-request-event.ts'
import { aTable } from './a-table.ts'
import { opened } from './opened.ts'

const table = aTable()
const number = '+14155550123'
const hashers = [
  hasher('2', 'a newer key of thirty-two characters!'),
  hasher('1', 'an older key of thirty-two characters'),
] as const

/** A dead-letter queue of a test's own, with these messages. */
const aQueue = async (...bodies: string[]) => {
  const queues = new SQSClient()
  const { QueueUrl = '' } = await queues.send(new CreateQueueCommand({ QueueName: `dead-letters-${randomUUID()}` }))
  for (const MessageBody of bodies) await queues.send(new SendMessageCommand({ QueueUrl, MessageBody }))
  const bodiesNow = async () => {
    const all: string[] = []
    for (;;) {
      const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
      if (Messages.length === 0) return all
      all.push(...Messages.map(({ Body = '' }) => Body))
    }
  }
  return { queues, url: QueueUrl, bodiesNow }
}

const toOthers = (order: number) => aRequestEvent(aRequest({ to: '+14155550124', notificationId: `shop-order-${order}` }))

const forgetting = (queue: Awaited<ReturnType<typeof aQueue>>, dryRun = false): Promise<Step[]> =>
  Array.fromAsync(
    forgetPerson({ table: table(), hashers, queues: queue.queues, deadLetters: { requests: queue.url } }, number, { dryRun }),
  )

describe('forgetting a person', () => {
  it('erases number, parameters and text of every notification, whichever key its hash was made with, and nobody else’s', async () => {
    const [newer, older] = hashers
    const ofTheirs = [
      await opened(table(), { recipientHash: hashRecipient(newer, number), outcome: 'delivered' }),
      await opened(table(), { recipientHash: hashRecipient(older, number), hashKeyId: '1' }),
    ]
    const others = await opened(table(), { recipientHash: hashRecipient(newer, '+14155550124') })
    const queue = await aQueue()

    expect(await forgetting(queue, true)).toHaveLength(2)
    for (const { notificationId } of ofTheirs) expect(await readPerson(table())(notificationId)).toEqual(aPerson())

    expect(await forgetting(queue)).toEqual([
      { what: 'notification', id: ofTheirs[0]?.notificationId, erased: true, outcome: 'delivered' },
      { what: 'notification', id: ofTheirs[1]?.notificationId, erased: true },
    ])
    for (const { notificationId } of ofTheirs) expect(await readPerson(table())(notificationId)).toBeUndefined()
    expect(await readPerson(table())(others.notificationId)).toEqual(aPerson())

    expect((await forgetting(queue)).map((step) => 'erased' in step && step.erased)).toEqual([false, false])
  })

  it('deletes the dead letters that hold the number, and lets all others lie as they were', async () => {
    const kept = Array.from({ length: 25 }, (_, order) => toOthers(order))
    const queue = await aQueue(...kept.slice(0, 12), aRequestEvent(), ...kept.slice(12), aRequestEvent())
    const steps = (await forgetting(queue)).filter(({ what }) => what === 'message')
    expect(steps).toEqual(Array(2).fill({ what: 'message', id: expect.any(String), queue: 'requests', done: 'deleted' }))
    const left = await queue.bodiesNow() // visible again at once
    expect(left).toHaveLength(25)
    expect(new Set(left)).toEqual(new Set(kept))
  })

  it('lets every dead letter lie when it only says what it would do', async () => {
    const queue = await aQueue(aRequestEvent(), toOthers(1))
    expect((await forgetting(queue, true)).filter(({ what }) => what === 'message')).toHaveLength(1)
    expect(new Set(await queue.bodiesNow())).toEqual(new Set([aRequestEvent(), toOthers(1)]))
  })
})
