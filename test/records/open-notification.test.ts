import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { openNotification } from '../../functions/record/open-notification.ts'
import { readNotification } from '../../functions/record/read-notification.ts'
import { readPerson } from '../../functions/record/read-person.ts'
import { aRequestedNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'
import { disturb, loseReply } from './disturb.ts'

const table = aTable()
const command = 'TransactWriteItemsCommand'

describe('opening a notification', () => {
  it('keeps it and, apart from it, what is personal', async () => {
    const notification = aRequestedNotification({ notificationId: 'first' })
    expect(await openNotification(table())(notification, aPerson(), noon)).toBe('opened')
    expect(await readNotification(table())('first')).toEqual(notification)
    expect(await readPerson(table())('first')).toEqual(aPerson())
    const { NOTIFICATION } = await itemsOf(table(), 'N#first')
    expect(JSON.stringify(NOTIFICATION)).not.toMatch(/4155550123|2026-11-24|comes on/)
  })

  it('is won by one of fifty at once; all others see that one, and its person', async () => {
    const records = table()
    const attempts = Array.from({ length: 50 }, (_, index) => {
      const notification = aRequestedNotification({ notificationId: 'contested', fingerprint: `fingerprint-${index}` })
      return openNotification(records)(notification, aPerson({ to: `+1415555${1000 + index}` }), noon)
    })
    const answers = await Promise.all(attempts)
    const winner = answers.indexOf('opened')
    const first = aRequestedNotification({ notificationId: 'contested', fingerprint: `fingerprint-${winner}` })
    expect(answers.filter((answer) => answer === 'opened')).toHaveLength(1)
    for (const [index, answer] of answers.entries()) if (index !== winner) expect(answer).toEqual(first)
    expect(await readPerson(records)('contested')).toEqual(aPerson({ to: `+1415555${1000 + winner}` }))
  })

  it('is won also where the reply was lost and the client tried again', async () => {
    const records = table()
    loseReply(records, command)
    const notification = aRequestedNotification({ notificationId: 'reply-lost' })
    expect(await openNotification(records)(notification, aPerson(), noon)).toBe('opened')
  })

  const collision = new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }, { Code: 'None' }],
  })

  it('is tried again when it collided with a write that came to nothing', async () => {
    const records = table()
    disturb(records, command, { before: () => Promise.reject(collision) })
    const notification = aRequestedNotification({ notificationId: 'collided' })
    expect(await openNotification(records)(notification, aPerson(), noon)).toBe('opened')
  })

  it('fails, so that the event comes again, when it collides without an end', async () => {
    const send = () => Promise.reject(collision)
    const colliding = { ...table(), pause: async () => {} }
    colliding.client = Object.assign(Object.create(colliding.client), {
      send: (sent: unknown) => (sent instanceof TransactWriteCommand ? send() : table().client.send(sent as never)),
    })
    const notification = aRequestedNotification({ notificationId: 'always-collided' })
    await expect(openNotification(colliding)(notification, aPerson(), noon)).rejects.toThrow('10 transactions were refused')
  })
})
