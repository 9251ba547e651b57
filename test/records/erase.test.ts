import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { end } from '../../functions/notification/end.ts'
import { type Kind, kinds } from '../../functions/notification/kinds.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import { changeNotification, type Rule } from '../../functions/record/change-notification.ts'
import { personKey } from '../../functions/record/keys.ts'
import { readNotification } from '../../functions/record/read-notification.ts'
import { readPerson } from '../../functions/record/read-person.ts'
import { readStored } from '../../functions/record/stored.ts'
import type { Table } from '../../functions/record/table.ts'
import { writeChange } from '../../functions/record/write-change.ts'
import { aPerson } from '../builders/a-person.ts'
import { aPlan } from '../builders/a-plan.ts'
import { noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'
import { disturb, watch } from './disturb.ts'
import { opened } from './opened.ts'

const table = aTable()
const ending: Rule<void> = (notification) => ({
  notification: end(notification, { outcome: 'unknown', reason: 'no-receipt' }, noon),
  answer: undefined,
})
const erasePerson = async ({ client, name }: Table, id: string) =>
  client.send(new DeleteCommand({ TableName: name, Key: personKey(id) }))

describe('text and parameters of a code', () => {
  it.each<[string, Partial<Notification>]>([
    ['a code', { kind: 'verification' }],
    ['what may have been a code, since its end came before its kind was known', { kind: undefined, plan: undefined }],
  ])('are erased with its outcome, and the number stays for a while: %s', async (_, overrides) => {
    const { notificationId: id } = await opened(table(), overrides)
    await changeNotification(table())(id, ending)
    expect(await readPerson(table())(id)).toEqual({ to: aPerson().to })
    expect(JSON.stringify(await itemsOf(table(), `N#${id}`))).not.toMatch(/2026-11-24|comes on/)
  })

  it('are erased by the very write that ends it', async () => {
    const records = table()
    const { notificationId: id } = await opened(records, { kind: 'verification' })
    const commands = watch(records)
    await changeNotification(records)(id, ending)
    expect(commands).toEqual(['GetItemCommand', 'TransactWriteItemsCommand'])
  })

  it('stay when that write is refused, since somebody else wrote first', async () => {
    const records = table()
    const { notificationId: id } = await opened(records, { kind: 'verification' })
    const stale = await readStored(records, id)
    if (stale === undefined) throw new Error('it was opened')
    await changeNotification(records)(id, (current) => ({ notification: { ...current, passes: 1 }, answer: undefined }))
    expect(await writeChange(records, stale, await ending(stale.notification), 'a-mark')).toBe(false)
    expect(await readPerson(records)(id)).toEqual(aPerson())
    expect((await readNotification(records)(id)).outcome).toBeUndefined()
  })

  it('are never written when the code has expired as it was planned', async () => {
    const { notificationId: id } = await opened(table(), { kind: undefined, plan: undefined }, aPerson({ text: undefined }))
    await changeNotification(table())(id, (notification) => ({
      notification: { ...notification, kind: 'verification', plan: aPlan(), outcome: 'expired' },
      text: 'Shop: 042817 is your code.',
      answer: undefined,
    }))
    expect(await readPerson(table())(id)).toEqual({ to: aPerson().to })
  })
})

describe('text and parameters of any other notification', () => {
  it.each(kinds.filter((kind): kind is Exclude<Kind, 'verification'> => kind !== 'verification'))(
    'stay until their time is over: %s',
    async (kind) => {
      const { notificationId: id } = await opened(table(), { kind })
      await changeNotification(table())(id, ending)
      expect(await readPerson(table())(id)).toEqual(aPerson())
    },
  )

  it('are kept as they were rendered, beside the plan', async () => {
    const { notificationId: id } = await opened(table(), { kind: undefined, plan: undefined }, aPerson({ text: undefined }))
    await changeNotification(table())(id, (notification) => ({
      notification: { ...notification, kind: 'order', plan: aPlan() },
      text: 'Shop: hello.',
      answer: undefined,
    }))
    expect(await readPerson(table())(id)).toEqual(aPerson({ text: 'Shop: hello.' }))
  })
})

describe('a notification whose person time has erased', () => {
  it.each<[string, Partial<Notification>]>([
    ['a code', { kind: 'verification' }],
    ['what may have been a code', { kind: undefined, plan: undefined }],
    ['an order', { kind: 'order' }],
  ])('ends all the same: %s', async (_, overrides) => {
    const { notificationId: id } = await opened(table(), overrides)
    await erasePerson(table(), id)
    await expect(changeNotification(table())(id, ending)).resolves.toMatchObject({ notification: { outcome: 'unknown' } })
    expect(await readNotification(table())(id)).toMatchObject({ outcome: 'unknown', reason: 'no-receipt' })
    expect(Object.keys(await itemsOf(table(), `N#${id}`))).toEqual(['NOTIFICATION'])
  })

  it('is judged again when somebody else wrote first', async () => {
    const records = table()
    const { notificationId: id } = await opened(records, { kind: 'verification' })
    await erasePerson(records, id)
    const passing: Rule<void> = (current) => ({ notification: { ...current, passes: 1 }, answer: undefined })
    disturb(records, 'TransactWriteItemsCommand', { before: () => changeNotification(table())(id, passing) })
    await changeNotification(records)(id, ending)
    expect(await readNotification(records)(id)).toMatchObject({ outcome: 'unknown', passes: 1 })
  })
})
