import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { deadLetterQueues } from '../../../commands/dead-letter-queues.ts'
import { redriveLetters } from '../../../commands/redrive/redrive-letters.ts'
import type { Redriven } from '../../../commands/redrive/redriven.ts'
import type { Target } from '../../../commands/target.ts'
import { type Answers, anAws } from '../an-aws.ts'

const to = '+14155550123'
const suppression = JSON.stringify({
  'detail-type': 'Suppress Recipient',
  time: '2026-11-22T12:00:00Z',
  source: 'shop',
  account: '111122223333',
  detail: { to, scope: 'all', reason: 'complaint' },
})

const outputs = new Proxy({} as Target['outputs'], {
  get: (_, name) => (name === 'RequestQueueArn' ? 'arn:aws:sqs:us-east-1:111122223333:requests' : String(name)),
})
const [everyQueue, permissions] = [Object.keys(deadLetterQueues({ outputs })), 'permissions (Unread)']

/** One letter lies among the permissions, and shows itself once. */
const oneLetter = () => {
  const letters = [{ MessageId: 'letter-1', ReceiptHandle: 'handle-1', Body: suppression, MD5OfBody: hash('md5', suppression) }]
  return {
    ReceiveMessage: ({ QueueUrl }) => (QueueUrl === outputs.PermissionsUnreadUrl ? { Messages: letters.splice(0) } : {}),
    ChangeMessageVisibility: () => ({}),
    DeleteMessage: () => ({}),
    GetQueueAttributes: () => ({}),
  } satisfies Answers
}

const redriven = async (answers: Answers) => {
  const { client, asked } = await anAws(answers)
  const told: Redriven[] = []
  await expect(redriveLetters({ client, outputs }, false, (one) => told.push(one))).resolves.toBeUndefined()
  return { told, asked: asked.map(([operation]) => operation) }
}

it('a letter that was brought is deleted, and not before', async () => {
  const { told, asked } = await redriven({ ...oneLetter(), PutEvents: () => ({ Entries: [{ EventId: '1' }] }) })
  expect(told).toEqual([{ where: permissions, id: 'letter-1', what: 'Suppress Recipient', done: 'redriven' }])
  const changing = asked.filter((operation) => !['GetQueueAttributes', 'ReceiveMessage'].includes(operation))
  expect(changing).toEqual(['PutEvents', 'DeleteMessage'])
})

it.each([
  [
    'the bus, in a sentence',
    () => ({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] }),
    'the bus refused the event',
  ],
  ['AWS, by its name', () => 'ThrottlingException', 'ThrottlingException'],
])('what is refused by %s, says why, and its letter is shown again', async (_by, PutEvents, why) => {
  const { told, asked } = await redriven({ ...oneLetter(), PutEvents })
  expect(told).toEqual([{ where: permissions, id: 'letter-1', what: 'Suppress Recipient', done: 'failed', why }])
  expect(asked).toContain('ChangeMessageVisibility')
  expect(asked).not.toContain('DeleteMessage')
})

it('a queue that one may not read hides nothing of what lies in the others', async () => {
  const { ReceiveMessage, ...rest } = oneLetter()
  const { told } = await redriven({
    ...rest,
    ReceiveMessage: (body) => (body.QueueUrl === outputs.ReceiptsNotTakenUrl ? 'AccessDeniedException' : ReceiveMessage(body)),
    PutEvents: () => ({ Entries: [{ EventId: '1' }] }),
  })
  expect(told).toHaveLength(2)
  expect(told).toContainEqual(expect.objectContaining({ where: permissions, done: 'redriven' }))
  const why = expect.stringContaining('You may not do that')
  expect(told).toContainEqual({ where: 'receipts (NotTaken)', what: 'not all could be looked at', done: 'unseen', why })
})

it('every queue that one may not read is told', async () => {
  const { told } = await redriven({})
  expect(new Set(told.map(({ where }) => where))).toEqual(new Set(everyQueue))
  for (const { done } of told) expect(done).toBe('unseen')
})

it('letters that somebody else has hidden are told, and that not all could be looked at', async () => {
  const hidden = (count: string) => ({ Attributes: { ApproximateNumberOfMessagesNotVisible: count } })
  const { told } = await redriven({
    ReceiveMessage: () => ({}),
    GetQueueAttributes: ({ QueueUrl }) => hidden(QueueUrl === outputs.PermissionsUnreadUrl ? '3' : '0'),
  })
  const why = 'they show again within minutes'
  expect(told).toEqual([
    { where: permissions, what: '3 are being looked at by somebody else, or were a moment ago', done: 'unseen', why },
  ])
})
