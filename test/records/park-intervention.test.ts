import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cancel } from '../../functions/intervene/cancel.ts'
import type { Intervention } from '../../functions/notification/intervention.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import { changeNotification } from '../../functions/record/change-notification.ts'
import { findIntervention } from '../../functions/record/find-intervention.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { openNotification } from '../../functions/record/open-notification.ts'
import { parkIntervention } from '../../functions/record/park-intervention.ts'
import { readPerson } from '../../functions/record/read-person.ts'
import type { Table } from '../../functions/record/table.ts'
import { aRequestedNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { aCancellation, aConfirmation } from '../builders/an-intervention.ts'
import { atNoon, noon } from '../builders/noon.ts'
import { aTable, itemsOf, recordDays } from './a-table.ts'
import { disturb, loseReply, watch } from './disturb.ts'

const table = aTable()
const transaction = 'TransactWriteItemsCommand'
const cancelled = aCancellation({ reason: 'order-withdrawn', by: 'arn:aws:iam::111122223333:user/operator' })
const withdrawn: Intervention = { cancelled }
const acted: Intervention = { confirmed: aConfirmation() }

/** An id of its own, and what `request` and `intervene` do with it. */
const aMeeting = (records: Table) => {
  const id = `test-${randomUUID()}`
  const notification = aRequestedNotification({ notificationId: id })
  const open = (by = records) => openNotification(by)(notification, aPerson({ text: undefined }), noon)
  const park = (intervention: Intervention = withdrawn, by = records) => parkIntervention(by)(id, intervention, noon)
  /** Where the notification is there already, it is cancelled itself. */
  const stepIn = async (by = records) => {
    if (await park(withdrawn, by)) return
    await changeNotification(by)(id, (current) => ({ notification: cancel(current, cancelled, noon), answer: undefined }))
  }
  return { id, notification, open, park, stepIn, now: () => findNotification(records)(id) }
}

const endedAs = (notification: Notification, reason: string): Notification => ({
  ...notification,
  outcome: 'cancelled',
  reason,
  endedAt: atNoon(),
})

describe('what is said of a notification before it is requested', () => {
  it.each<[string, Intervention, string]>([
    ['a cancellation', withdrawn, 'order-withdrawn'],
    ['a confirmation', acted, 'confirmed'],
  ])('is found by the write that opens it, which ends it at once: %s', async (_, intervention, reason) => {
    const { id, notification, open, park, now } = aMeeting(table())
    expect(await park(intervention)).toBe(true)
    expect(await now()).toBeUndefined()
    expect(await open()).toBe('opened')
    expect(await now()).toEqual(endedAs({ ...notification, ...intervention }, reason))
    expect((await itemsOf(table(), `N#${id}`)).NOTIFICATION).not.toHaveProperty('openUntil')
  })

  it('leaves the number alone of its person, since what was to be sent may have been a code', async () => {
    const { id, open, park } = aMeeting(table())
    await park()
    await open()
    expect(await readPerson(table())(id)).toEqual({ to: aPerson().to })
  })

  it('is kept for as long as the notification would be', async () => {
    const { id, park } = aMeeting(table())
    await park()
    const { INTERVENTION, ...others } = await itemsOf(table(), `N#${id}`)
    expect(INTERVENTION).toEqual({
      PK: `N#${id}`,
      SK: 'INTERVENTION',
      cancelled,
      ttl: noon.getTime() / 1000 + recordDays * 86_400,
    })
    expect(others).toEqual({})
  })

  it('counts by what was said first', async () => {
    const { id, open, park, now } = aMeeting(table())
    expect([await park(), await park(acted)]).toEqual([true, true])
    expect(await findIntervention(table())(id)).toEqual(withdrawn)
    await open()
    expect(await now()).toMatchObject({ reason: 'order-withdrawn' })
  })

  it('does not come twice: who opens it again sees it ended', async () => {
    const { notification, open, park } = aMeeting(table())
    await park()
    await open()
    expect(await open()).toEqual(endedAs({ ...notification, cancelled }, 'order-withdrawn'))
  })

  it('is not parked where the notification is there', async () => {
    const { id, open, park } = aMeeting(table())
    await open()
    expect(await park()).toBe(false)
    expect(await findIntervention(table())(id)).toBeUndefined()
  })

  it('costs a request nothing more than a line in its one transaction where nothing was said', async () => {
    const records = table()
    const { open } = aMeeting(records)
    const commands = watch(records)
    await open()
    expect(commands).toEqual([transaction])
  })
})

describe('whichever comes first, neither is lost', () => {
  it('the request, just before the intervention would have been parked', async () => {
    const records = table()
    const { id, open, stepIn, now } = aMeeting(table())
    disturb(records, transaction, { before: () => open() })
    await stepIn(records)
    expect(await now()).toMatchObject({ outcome: 'cancelled', reason: 'order-withdrawn' })
    expect(await findIntervention(records)(id)).toBeUndefined()
  })

  it('the intervention, just before the notification would have been opened', async () => {
    const records = table()
    const { open, stepIn, now } = aMeeting(table())
    disturb(records, transaction, { before: () => stepIn() })
    expect(await open(records)).toBe('opened')
    expect(await now()).toMatchObject({ outcome: 'cancelled', reason: 'order-withdrawn' })
  })

  it('nor where the other request was first that had found it', async () => {
    const records = table()
    const { notification, open, park } = aMeeting(table())
    await park()
    disturb(records, 'GetItemCommand', { before: () => open() })
    expect(await open(records)).toEqual(endedAs({ ...notification, cancelled }, 'order-withdrawn'))
  })

  it('of twenty of each at once', async () => {
    const records = table()
    const { open, stepIn, now } = aMeeting(records)
    const twenty = Array.from({ length: 20 }, (_, index) => index)
    const answers = await Promise.all(twenty.map((index) => (index % 2 === 0 ? open() : stepIn())))
    expect(answers.filter((answer) => answer === 'opened')).toHaveLength(1)
    expect(await now()).toMatchObject({ outcome: 'cancelled', reason: 'order-withdrawn' })
  })
})

describe('a lost reply', () => {
  it('to parking it: the client tries again, and it is parked once', async () => {
    const records = table()
    const { park } = aMeeting(table())
    loseReply(records, transaction)
    expect(await park(withdrawn, records)).toBe(true)
  })

  it('to parking it, and the event comes again: it lies there, and that is enough', async () => {
    const { park } = aMeeting(table())
    await park()
    await expect(park()).resolves.toBe(true)
  })

  it('to opening what was called off: the client tries again, and it is opened', async () => {
    const records = table()
    const { open, park, now } = aMeeting(table())
    await park()
    const commands = watch(records)
    disturb(records, 'GetItemCommand', { before: async () => loseReply(records, transaction) }) // of the second transaction
    expect(await open(records)).toBe('opened')
    expect(commands).toEqual([transaction, 'GetItemCommand', 'GetItemCommand', transaction, transaction])
    expect(await now()).toMatchObject({ outcome: 'cancelled' })
  })
})
