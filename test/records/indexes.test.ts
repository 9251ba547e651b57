import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { end } from '../../functions/notification/end.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import { changeNotification, type Rule } from '../../functions/record/change-notification.ts'
import { findOfRecipient } from '../../functions/record/find-of-recipient.ts'
import { findOverdue } from '../../functions/record/find-overdue.ts'
import { openFields, openShards } from '../../functions/record/open-index.ts'
import type { Table } from '../../functions/record/table.ts'
import { aNotification } from '../builders/a-notification.ts'
import { aPlan } from '../builders/a-plan.ts'
import { anAttempt } from '../builders/an-attempt.ts'
import { afterNoon, atNoon, noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'
import { opened } from './opened.ts'

const table = aTable()
const unplanned = { kind: undefined, plan: undefined }
const day = 86_400
const hour = 3_600

const overdue = async (records: Table, seconds: number) => {
  const found = await Promise.all(openShards.map((shard) => Array.fromAsync(findOverdue(records)(shard, afterNoon(seconds)))))
  return found.flat()
}

const indexedAs = async ({ notificationId }: Notification) => {
  const { NOTIFICATION } = await itemsOf(table(), `N#${notificationId}`)
  return { openShard: NOTIFICATION?.openShard, openUntil: NOTIFICATION?.openUntil }
}

const change = (id: string, changes: Partial<Notification>) =>
  changeNotification(table())(id, (notification) => ({ notification: { ...notification, ...changes }, answer: undefined }))

const ending: Rule<void> = (notification) => ({
  notification: end(notification, { outcome: 'unknown', reason: 'no-receipt' }, noon),
  answer: undefined,
})

describe('an open notification', () => {
  it('is found from its deadline on, and not a moment before', async () => {
    const { notificationId } = await opened(table(), unplanned)
    expect(await overdue(table(), day + hour)).not.toContain(notificationId)
    expect(await overdue(table(), day + hour + 0.001)).toContain(notificationId)
  })

  it('moves to the deadline of its plan as it is planned', async () => {
    const { notificationId } = await opened(table(), unplanned)
    await change(notificationId, { kind: 'verification', plan: aPlan({ validUntil: atNoon(300) }) })
    expect(await overdue(table(), 300 + hour + 0.001)).toContain(notificationId)
  })

  it('enters the index by its next write where an older version wrote it without the index’s fields', async () => {
    const notification = await opened(table())
    const { client, name } = table()
    await client.send(
      new UpdateCommand({
        TableName: name,
        Key: { PK: `N#${notification.notificationId}`, SK: 'NOTIFICATION' },
        UpdateExpression: 'REMOVE #shard, #until',
        ExpressionAttributeNames: { '#shard': 'openShard', '#until': 'openUntil' },
      }),
    )
    await change(notification.notificationId, { passes: 1 })
    expect(await overdue(table(), day + hour + 0.001)).toContain(notification.notificationId)
  })

  it('stays there whatever else changes', async () => {
    const notification = await opened(table())
    const before = await indexedAs(notification)
    await change(notification.notificationId, { attempts: [anAttempt()], passes: 1 })
    expect(await indexedAs(notification)).toEqual(before)
    expect(before).toEqual({ openShard: expect.stringMatching(/^OPEN#/), openUntil: atNoon(day + hour) })
  })
})

describe('a notification that ends', () => {
  it('leaves the index by the write of its outcome', async () => {
    const notification = await opened(table())
    await changeNotification(table())(notification.notificationId, ending)
    expect(await indexedAs(notification)).toEqual({ openShard: undefined, openUntil: undefined })
    expect(await overdue(table(), 10 * day)).not.toContain(notification.notificationId)
  })

  it('does not come back when a receipt raises it', async () => {
    const notification = await opened(table())
    await changeNotification(table())(notification.notificationId, ending)
    await change(notification.notificationId, { outcome: 'delivered', attempts: [anAttempt({ status: 'delivered' })] })
    expect(await indexedAs(notification)).toEqual({ openShard: undefined, openUntil: undefined })
  })

  it('never gets in when it ends as it is opened', async () => {
    const notification = await opened(table(), { outcome: 'expired', reason: 'validity-passed' })
    expect(await indexedAs(notification)).toEqual({ openShard: undefined, openUntil: undefined })
  })
})

it('finds the longest overdue first', async () => {
  const ids: string[] = []
  for (const seconds of [900, 300, 600])
    ids.push((await opened(table(), { plan: aPlan({ validUntil: atNoon(seconds) }) })).notificationId)
  const [first, second, third] = [ids[1], ids[2], ids[0]]
  const at = new Map<string, string[]>()
  for (const shard of openShards) at.set(shard, await Array.fromAsync(findOverdue(table())(shard, afterNoon(10 * day))))
  for (const found of at.values()) {
    const ours = found.filter((id) => ids.includes(id))
    expect(ours).toEqual([first, second, third].filter((id) => id !== undefined && ours.includes(id)))
  }
  expect([...at.values()].flat()).toEqual(expect.arrayContaining(ids))
})

it('spreads open notifications evenly over the keys of the index, so that none is hot', () => {
  const count = new Map<string | undefined, number>()
  for (let order = 0; order < 1_600; order += 1) {
    const { openShard } = openFields(aNotification({ notificationId: `shop-order-${order}-shipped` }))
    count.set(openShard, (count.get(openShard) ?? 0) + 1)
  }
  expect([...count.keys()].sort()).toEqual([...openShards].sort())
  expect(Math.max(...count.values())).toBeLessThan(150)
})

/** Makes every page of a query as short as this. */
const withPagesOf = (records: Table, Limit: number): Table => {
  records.client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        next(commandName === 'QueryCommand' ? { ...args, input: { ...args.input, Limit } } : args),
    { step: 'initialize', priority: 'high' },
  )
  return records
}

describe('the notifications of a recipient', () => {
  it('are found by the hash of the number, the latest first, over many pages, and nobody else’s', async () => {
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) {
      const times = { recipientHash: 'of-one', requestedAt: atNoon(count) }
      ids.push((await opened(table(), times)).notificationId)
    }
    await opened(table(), { recipientHash: 'of-another' })
    expect(await Array.fromAsync(findOfRecipient(withPagesOf(table(), 2))('of-one'))).toEqual(ids.reverse())
  })

  it('are found from an instant on alone, where one is named', async () => {
    const ids: string[] = []
    for (const seconds of [0, 60, 120])
      ids.push((await opened(table(), { recipientHash: 'of-many', requestedAt: atNoon(seconds) })).notificationId)
    expect(await Array.fromAsync(findOfRecipient(table())('of-many', afterNoon(60)))).toEqual([ids[2], ids[1]])
  })

  it('are none for a hash that nobody has', async () => {
    expect(await Array.fromAsync(findOfRecipient(table())('of-nobody'))).toEqual([])
  })
})
