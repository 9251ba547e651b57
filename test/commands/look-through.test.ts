import { hash } from 'node:crypto'
import { SQSClient } from '@aws-sdk/client-sqs'
import { expect, it, onTestFinished, vi } from 'vitest'
import { ReaderGone } from '../../commands/interruption.ts'
import { lookThrough } from '../../commands/look-through.ts'
import { afterNoon, noon } from '../builders/noon.ts'
import { anAws } from './an-aws.ts'

const letter = (number: number) => ({
  MessageId: `letter-${number}`,
  ReceiptHandle: `handle-${number}`,
  Body: 'any',
  MD5OfBody: hash('md5', 'any'),
})

/** A queue of three letters, and what becomes of their visibility: whose, and for how many seconds they are hidden from then on. */
const aQueue = async () => {
  const batches = [[letter(1), letter(2), letter(3)]]
  const { client, asked } = await anAws({
    ReceiveMessage: () => ({ Messages: batches.pop() ?? [] }),
    ChangeMessageVisibility: () => ({}),
  })
  const changed = () =>
    asked
      .filter(([operation]) => operation === 'ChangeMessageVisibility')
      .map(([, { ReceiptHandle, VisibilityTimeout }]) => [ReceiptHandle, VisibilityTimeout])
  return { queues: new SQSClient(client), changed }
}

const allShown = [
  ['handle-1', 0],
  ['handle-2', 0],
  ['handle-3', 0],
]

it('shows again what stays, and nothing of what was deleted', async () => {
  const { queues, changed } = await aQueue()
  await lookThrough(queues, 'queue', async ({ MessageId }) => (MessageId === 'letter-2' ? 'deleted' : 'stays'))
  expect(changed()).toEqual([
    ['handle-1', 0],
    ['handle-3', 0],
  ])
})

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'shows all again when %s interrupts it, and looks at no other',
  async (name) => {
    const { queues, changed } = await aQueue()
    const listeners = process.listenerCount(name)
    const look = vi.fn(async () => {
      process.emit(name)
      return 'stays' as const
    })
    await expect(lookThrough(queues, 'queue', look)).rejects.toThrow('Interrupted.')
    expect(look).toHaveBeenCalledOnce()
    expect(changed()).toEqual(allShown)
    expect(process.listenerCount(name)).toBe(listeners)
  },
)

it('shows all again when one cannot be looked at', async () => {
  const { queues, changed } = await aQueue()
  await expect(lookThrough(queues, 'queue', () => Promise.reject(new ReaderGone()))).rejects.toThrow(ReaderGone)
  expect(changed()).toEqual(allShown)
})

it('hides them for longer where it takes long', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon })
  onTestFinished(() => void vi.useRealTimers())
  const { queues, changed } = await aQueue()
  await lookThrough(queues, 'queue', async ({ MessageId }) => {
    if (MessageId === 'letter-2') vi.setSystemTime(afterNoon(60))
    return 'deleted'
  })
  expect(changed()).toEqual([['handle-3', 120]])
})
