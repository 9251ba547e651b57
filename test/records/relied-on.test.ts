import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Notification } from '../../functions/notification/notification.ts'
import type { Recipient } from '../../functions/recipient/recipient.ts'
import { suppress } from '../../functions/recipient/suppress.ts'
import { suppressedScopes } from '../../functions/recipient/suppressed-scopes.ts'
import { changeNotification } from '../../functions/record/change-notification.ts'
import { recipientKey } from '../../functions/record/keys.ts'
import { changeRecipient } from '../../functions/record/recipient/change-recipient.ts'
import { type RecipientNow, readRecipient } from '../../functions/record/recipient/read-recipient.ts'
import type { ReliedOn } from '../../functions/record/recipient/relied-on.ts'
import type { Table } from '../../functions/record/table.ts'
import { aStatement } from '../builders/a-recipient.ts'
import { afterNoon, atNoon, noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'
import { disturb, loseReply } from './disturb.ts'
import { opened } from './opened.ts'

const table = aTable()
const transaction = 'TransactWriteItemsCommand'
const anyHash = () => randomUUID().replaceAll('-', '')

const stop = (hash: string) =>
  changeRecipient(table())(hash, (recipient) => suppress(recipient, 'all', aStatement({ at: atNoon() })), noon)

const counted = (recipient: Recipient, id: string): Recipient => ({ ...recipient, frequency: { order: [{ id, at: atNoon() }] } })
const unchanged = (before: RecipientNow): ReliedOn => ({ before, after: before.recipient })

/** Counts a pass where nobody of the hashes opted out; by the way it shows how often it was judged. */
const passUnlessStopped = async (
  records: Table,
  { notificationId }: Notification,
  hashes: readonly string[],
  relying: (before: RecipientNow) => ReliedOn = unchanged,
) => {
  let judged = 0
  const { answer } = await changeNotification(records)(notificationId, async (current) => {
    judged++
    const read = await readRecipient(records)(hashes)
    if (read.some(({ recipient }) => suppressedScopes(recipient).length > 0)) return { notification: current, answer: 'stopped' }
    return { notification: { ...current, passes: 1 }, reliesOn: read.map(relying), answer: 'passed' }
  })
  return { answer, judged }
}

describe('a change that relies on a recipient', () => {
  it('is written while nobody said anything', async () => {
    const [hash, known] = [anyHash(), anyHash()]
    await changeRecipient(table())(known, (recipient) => suppress(recipient, 'marketing', aStatement()), noon)
    const notification = await opened(table())
    const [unknown] = await readRecipient(table())([hash])
    expect(await passUnlessStopped(table(), notification, [hash])).toEqual({ answer: 'passed', judged: 1 })
    expect(await readRecipient(table())([hash])).toEqual([unknown])
  })

  it.each([
    ['a stranger', false],
    ['somebody known', true],
  ])('sees an opt-out that comes between reading and writing, of %s', async (_, isKnown) => {
    const hash = anyHash()
    if (isKnown) await changeRecipient(table())(hash, (one) => counted(one, 'shop-order-1'), noon)
    const [records, notification] = [table(), await opened(table())]
    disturb(records, transaction, { before: () => stop(hash) })
    expect(await passUnlessStopped(records, notification, [hash])).toEqual({ answer: 'stopped', judged: 2 })
  })

  it('sees one that was said under a former key', async () => {
    const [hash, former] = [anyHash(), anyHash()]
    const [records, notification] = [table(), await opened(table())]
    disturb(records, transaction, { before: () => stop(former) })
    expect(await passUnlessStopped(records, notification, [hash, former])).toEqual({ answer: 'stopped', judged: 2 })
  })

  it('changes the recipient in the same write', async () => {
    const hash = anyHash()
    const notification = await opened(table())
    const { notificationId } = notification
    const keepUntil = afterNoon(60)
    const relying = (before: RecipientNow) => ({ before, after: counted(before.recipient, notificationId), keepUntil })
    await passUnlessStopped(table(), notification, [hash], relying)
    const { PK, SK } = recipientKey(hash)
    const item = (await itemsOf(table(), PK))[SK]
    expect(item).toMatchObject({ frequency: { order: [{ id: notificationId }] }, version: 1, ttl: keepUntil.getTime() / 1000 })
  })

  it('is written once where its reply was lost', async () => {
    const hash = anyHash()
    const [records, notification] = [table(), await opened(table())]
    loseReply(records, transaction)
    const relying = (before: RecipientNow) => ({ before, after: counted(before.recipient, 'shop-order-2') })
    expect((await passUnlessStopped(records, notification, [hash], relying)).answer).toBe('passed')
    expect((await readRecipient(table())([hash]))[0]?.version).toBe(1)
  })
})
