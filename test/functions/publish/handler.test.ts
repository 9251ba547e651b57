import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, it } from 'vitest'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { createHandler } from '../../../functions/publish/handler.ts'
import { restore } from '../../../functions/recipient/restore.ts'
import { changeRecipient } from '../../../functions/record/recipient/change-recipient.ts'
import { readRecipient } from '../../../functions/record/recipient/read-recipient.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aReceipt } from '../../builders/a-receipt.ts'
import { aReview } from '../../builders/a-review.ts'
import { aTableInProcess } from '../../builders/a-table-in-process.ts'
import { accepted } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

/** As it lies in the table, with what only the records know. */
const image = (notification: Notification) =>
  marshall(
    {
      PK: `N#${notification.notificationId}`,
      SK: 'NOTIFICATION',
      version: 3,
      mark: 'a-mark',
      ttl: 1_800_000_000,
      ...notification,
    },
    { removeUndefinedValues: true },
  )

const aPublishFunction = ({ busIsAway = false, notification = aNotification(), table = aTableInProcess() } = {}) => {
  const records = recordsInMemory({ notification })
  const told: string[] = []
  const countedOf: (string | undefined)[] = []
  const handle = createHandler({
    ...records,
    changeRecipient: changeRecipient(table),
    settle: settle(someWorkflows().client, defaultKinds),
    networkOnly: [],
    now: () => noon,
    putOurEvents: async (events) => {
      if (busIsAway) throw new Error('the bus is away')
      told.push(...events.map(({ detailType }) => detailType))
    },
    emit: ({ name }, of) => {
      told.push(name)
      countedOf.push(of?.notificationId)
    },
  })
  return { handle, told, countedOf, records, table }
}

const before = aNotification({ attempts: [anAttempt()] })
const after = aNotification({ attempts: [anAttempt({ status: 'accepted', answer: accepted(), answeredAt: atNoon(2) })] })
const change = { dynamodb: { OldImage: image(before), NewImage: image(after) } }

describe('a change in the table', () => {
  it('is told to the bus, then counted', async () => {
    const { handle, told } = aPublishFunction()
    await handle(change)
    expect(told).toEqual(['Notification Sent', 'Accepted', 'Parts', 'SecondsToAccept'])
  })

  it('is counted with the id of whom it tells, so that an alarm leads there', async () => {
    const { handle, countedOf } = aPublishFunction()
    await handle(change)
    expect(new Set(countedOf)).toEqual(new Set([after.notificationId]))
  })

  it('of a new notification tells nothing yet', async () => {
    const { handle, told } = aPublishFunction()
    await handle({ dynamodb: { NewImage: image(aNotification({ kind: undefined, plan: undefined })) } })
    expect(told).toEqual([])
  })

  it('by which time erased a notification tells nothing', async () => {
    const { handle, told } = aPublishFunction()
    await handle({ dynamodb: { OldImage: image(after) } })
    expect(told).toEqual([])
  })

  it('is not counted while the bus is away: it comes again', async () => {
    const { handle, told } = aPublishFunction({ busIsAway: true })
    await expect(handle(change)).rejects.toThrow('the bus is away')
    expect(told).toEqual([])
  })
})

describe('a version of a template', () => {
  const version = (more: object) => marshall({ PK: 'T#order-shipped', SK: 'V#0001', version: { version: 1 }, ...more })

  it('is told to the bus by its review', async () => {
    const { handle, told } = aPublishFunction()
    await handle({ dynamodb: { NewImage: version({ review: aReview() }) } })
    expect(told).toEqual(['Template Review Requested'])
  })

  it('from before there were reviews is nothing to tell, and holds nothing up', async () => {
    const { handle, told } = aPublishFunction()
    await handle({ dynamodb: { NewImage: version({ storedAt: atNoon() }) } })
    await handle({ dynamodb: { OldImage: version({}), NewImage: version({ storedAt: atNoon() }) } })
    expect(told).toEqual([])
  })
})

describe('a notification that ended before its attempt went to the rendezvous', () => {
  const ended = aNotification({ ...after, outcome: 'unknown', endedAt: atNoon(1) })

  it('gets the receipt that was parked there', async () => {
    const { handle, records } = aPublishFunction({ notification: ended })
    await records.parkReceipt(aReceipt(), noon)
    await handle({ dynamodb: { OldImage: image(after), NewImage: image(ended) } })
    expect(records.now()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered' }] })
  })

  it('is told to the bus even so', async () => {
    const { handle, told } = aPublishFunction({ notification: ended })
    await handle({ dynamodb: { OldImage: image(after), NewImage: image(ended) } })
    expect(told).toContain('Notification Unknown')
  })

  it('is left alone while its workflow runs', async () => {
    const { handle, records } = aPublishFunction({ notification: after })
    await handle(change)
    expect(records.steps).toEqual([])
  })
})

describe('an opt-out that a carrier tells of', () => {
  const optedOut = { class: 'recipient', reason: 'opted-out' } as const
  const refused = anAttempt({ carrier: 'twilio', answer: { type: 'notSent', failure: optedOut } })
  const undelivered = anAttempt({ status: 'undelivered', answer: accepted(), failure: optedOut })
  const changeTo = (attempt: typeof refused) => {
    const told = aNotification({ attempts: [attempt] })
    return { record: { dynamodb: { OldImage: image(before), NewImage: image(told) } }, told }
  }
  const suppressions = async (table: ReturnType<typeof aTableInProcess>) =>
    (await readRecipient(table)([before.recipientHash]))[0]

  it.each([
    ['by its answer', refused],
    ['by a receipt', undelivered],
    ['by a receipt, though another says that the text arrived', anAttempt({ ...undelivered, status: 'delivered' })],
  ])('%s suppresses all, in the carrier’s name and as of the arming', async (_, attempt) => {
    const { handle, table } = aPublishFunction()
    await handle(changeTo(attempt).record)
    const all = { state: 'suppressed', at: attempt.armedAt, source: attempt.carrier, reason: 'opted-out' }
    expect(await suppressions(table)).toMatchObject({ version: 1, recipient: { suppressions: { all } } })
  })

  it('is taken before anything is told, and again until all is told; a repeat changes nothing', async () => {
    const { handle, table } = aPublishFunction({ busIsAway: true })
    const { record } = changeTo(undelivered)
    for (let tries = 0; tries < 2; tries++)
      await expect(handle({ ...record, dynamodb: { ...record.dynamodb } })).rejects.toThrow()
    expect(await suppressions(table)).toMatchObject({ version: 1, recipient: { suppressions: { all: { state: 'suppressed' } } } })
  })

  it('suppresses nobody who was restored since, however late it is told', async () => {
    const { handle, table } = aPublishFunction()
    const said = { at: atNoon(1), source: 'shop', reason: 'asked' }
    await changeRecipient(table)(before.recipientHash, (one) => restore(one, 'all', said), noon)
    await handle(changeTo(undelivered).record)
    expect(await suppressions(table)).toMatchObject({ version: 1, recipient: { suppressions: { all: { state: 'restored' } } } })
  })

  it('is no other failure', async () => {
    const { handle, table } = aPublishFunction()
    const failure = { class: 'recipient', reason: 'blocked-by-phone' } as const
    await handle(changeTo(anAttempt({ ...undelivered, failure })).record)
    await handle(change)
    expect(await suppressions(table)).toMatchObject({ version: 0 })
  })
})
