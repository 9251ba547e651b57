import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import type { Notification } from '../../functions/notification/notification.ts'
import { changeNotification, type Rule } from '../../functions/record/change-notification.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { notificationKey } from '../../functions/record/keys.ts'
import { readNotification } from '../../functions/record/read-notification.ts'
import { aPlan } from '../builders/a-plan.ts'
import { aSendNext } from '../builders/a-send-next.ts'
import { anAttempt } from '../builders/an-attempt.ts'
import { aTable, itemsOf } from './a-table.ts'
import { disturb, loseReply, watch } from './disturb.ts'
import { opened } from './opened.ts'

const table = aTable()
const update = 'UpdateItemCommand'
const transaction = 'TransactWriteItemsCommand'

const passing: Rule<number> = (notification) => ({
  notification: { ...notification, passes: notification.passes + 1 },
  answer: notification.passes + 1,
})

describe('changing a notification', () => {
  it('writes what the rule changed and answers what the rule said', async () => {
    const { notificationId: id } = await opened(table())
    const attempts = [anAttempt()]
    const change = await changeNotification(table())(id, (notification) => ({
      notification: { ...notification, attempts, next: aSendNext() },
      answer: 'armed',
    }))
    expect(change.answer).toBe('armed')
    expect(change.notification).toMatchObject({ attempts, next: aSendNext() })
    expect(await readNotification(table())(id)).toEqual(change.notification)
  })

  it('takes away what the rule left out', async () => {
    const { notificationId: id } = await opened(table(), { waiting: { attempt: 1, token: 'token' } })
    await changeNotification(table())(id, ({ waiting: _, ...notification }) => ({ notification, answer: undefined }))
    const { NOTIFICATION } = await itemsOf(table(), `N#${id}`)
    expect(NOTIFICATION).not.toHaveProperty('waiting')
  })

  it('writes nothing when the rule changes nothing', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    const commands = watch(records)
    const { answer } = await changeNotification(records)(id, (notification) => ({ notification, answer: 'as it was' }))
    expect(answer).toBe('as it was')
    expect(commands).toEqual(['GetItemCommand'])
  })

  it('leaves alone what only a newer version of this code knows', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    await records.client.send(
      new UpdateCommand({
        TableName: records.name,
        Key: notificationKey(id),
        UpdateExpression: 'SET escalated = :escalated',
        ExpressionAttributeValues: { ':escalated': { at: 'noon' } },
      }),
    )
    await changeNotification(records)(id, passing)
    expect((await itemsOf(records, `N#${id}`)).NOTIFICATION).toMatchObject({ passes: 1, escalated: { at: 'noon' } })
  })

  it('is a fault where nobody asked for such a notification', async () => {
    await expect(changeNotification(table())('nobody', passing)).rejects.toThrow('there is no notification nobody')
    await expect(readNotification(table())('nobody')).rejects.toThrow('there is no notification nobody')
    expect(await findNotification(table())('nobody')).toBeUndefined()
  })
})

describe('a rule is judged again', () => {
  it('when somebody else wrote meanwhile, on what they wrote', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    disturb(records, update, { before: () => changeNotification(table())(id, passing) })
    const seen: number[] = []
    const { answer } = await changeNotification(records)(id, (notification) => {
      seen.push(notification.passes)
      return passing(notification)
    })
    expect(seen).toEqual([0, 1])
    expect(answer).toBe(2)
    expect(await readNotification(records)(id)).toMatchObject({ passes: 2 })
  })

  it('and writes nothing more when somebody else did its work', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    const ending: Rule<string> = (notification) =>
      notification.outcome === undefined
        ? { notification: { ...notification, outcome: 'unknown' }, answer: 'ended' }
        : { notification, answer: 'was ended' }
    disturb(records, update, { before: () => changeNotification(table())(id, ending) })
    expect((await changeNotification(records)(id, ending)).answer).toBe('was ended')
  })

  it('when its transaction collided with another', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    const CancellationReasons = [{ Code: 'None' }, { Code: 'TransactionConflict' }]
    const collision = new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons })
    disturb(records, transaction, { before: () => Promise.reject(collision) })
    const { answer } = await changeNotification(records)(id, (notification) => ({
      ...passing(notification),
      notification: { ...notification, plan: aPlan() },
      text: 'a text',
    }))
    expect(answer).toBe(1)
  })

  it('by each of fifty at once, and the work of none is lost', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    const answers = await Promise.all(Array.from({ length: 50 }, () => changeNotification(records)(id, passing)))
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(50)
    expect(await readNotification(records)(id)).toMatchObject({ passes: 50 })
  })

  it('sixty times at most: then something is wrong', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    records.client.middlewareStack.add(
      (next, { commandName }) =>
        (args) =>
          commandName === update
            ? Promise.reject(new ConditionalCheckFailedException({ message: 'refused', $metadata: {} }))
            : next(args),
      { step: 'deserialize' },
    )
    await expect(changeNotification(records)(id, passing)).rejects.toThrow(`${id} changed 60 times while it was judged`)
  })
})

describe('a reply that was lost', () => {
  const changes: [string, string, (notification: Notification) => Partial<ReturnType<Rule<number>>>][] = [
    ['of a change', update, () => ({})],
    [
      'of a change that keeps a text',
      transaction,
      (notification) => ({ notification: { ...notification, passes: 1, plan: aPlan() }, text: 'a text' }),
    ],
  ]
  it.each(changes)('%s leaves one change, recognised by its mark', async (_, command, overrides) => {
    const records = table()
    const { notificationId: id } = await opened(records)
    loseReply(records, command)
    let judged = 0
    const { answer } = await changeNotification(records)(id, (notification) => {
      judged += 1
      return { ...passing(notification), ...overrides(notification) }
    })
    expect({ answer, judged }).toEqual({ answer: 1, judged: 1 })
    expect(await readNotification(records)(id)).toMatchObject({ passes: 1 })
  })

  it('is not taken for the own work of anybody else', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    disturb(records, update, { before: () => changeNotification(table())(id, passing) })
    const { answer } = await changeNotification(records)(id, passing)
    expect(answer).toBe(2)
  })

  it('and a write of somebody else before the next try leave the rule to recognise its own work', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    const armOnce: Rule<string> = (notification) =>
      notification.attempts.some(({ mark }) => mark === 'our-mark')
        ? { notification, answer: 'ours' }
        : { notification: { ...notification, attempts: [anAttempt({ mark: 'our-mark' })] }, answer: 'armed' }
    disturb(records, update, {
      after: async () => {
        await changeNotification(table())(id, passing)
        throw Object.assign(new Error('no reply'), { name: 'TimeoutError' })
      },
    })
    expect((await changeNotification(records)(id, armOnce)).answer).toBe('ours')
    expect(await readNotification(records)(id)).toMatchObject({ attempts: [{ mark: 'our-mark' }], passes: 1 })
  })
})
