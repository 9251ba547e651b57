import type { SQSRecord } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/intervene/handler.ts'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { StatusDetail, type StatusEvent } from '../../../functions/publish/status-event.ts'
import type { Rejection } from '../../../functions/request/rejections.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { eventId } from '../../builders/a-request-event.ts'
import { accepted, notSent } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { aCancelEvent, aConfirmEvent } from '../../builders/an-intervention-event.ts'
import { afterNoon, atNoon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const id = 'shop-order-4711-shipped'
const now = afterNoon(5)
const source = '111122223333/shop'
const withdrawn = aCancelEvent({ reason: 'order-withdrawn' })
const cancelled = { at: atNoon(), source, reason: 'order-withdrawn' }
const taken = anAttempt({ answer: accepted(), status: 'accepted' })
const waiting = { attempt: 1, token: 'token' }

type Records = ReturnType<typeof recordsInMemory>

/** @param meanwhile what others do after it has looked for the notification */
const anInterveneFunction = (notification?: Notification, meanwhile?: (records: Records) => Promise<void>) => {
  const records = recordsInMemory({ ...(notification && { notification }) })
  const workflows = someWorkflows()
  const did = { told: [] as StatusEvent[], kept: [] as string[], counted: [] as Rejection[] }
  const handle = createHandler({
    ...records,
    findNotification: async (asked) => {
      const found = await records.findNotification(asked)
      await meanwhile?.(records)
      return found
    },
    settle: settle(workflows.client, defaultKinds),
    putStatusEvents: async (events) => void did.told.push(...events),
    keepDeadLetter: async (body) => void did.kept.push(body),
    onRejection: (rejection) => did.counted.push(rejection),
    limits: { mostEventAge: 86_400, requesters: { accounts: ['111122223333'] } },
    now: () => now,
  })
  const take = (body: string) => handle({ body, messageId: 'queue-message-1' } as SQSRecord)
  return { take, records, did, resumed: workflows.resumed }
}

const nothing = { told: [], kept: [], counted: [] }

describe('a cancellation', () => {
  it('ends what is not sent yet', async () => {
    const { take, records, did } = anInterveneFunction(aNotification())
    await take(withdrawn)
    expect(records.now()).toEqual(
      aNotification({ cancelled, outcome: 'cancelled', reason: 'order-withdrawn', endedAt: now.toISOString() }),
    )
    expect(did).toEqual(nothing)
  })

  it('tells the task that waits, where `send` has not armed, and tells it again when it comes again', async () => {
    const refused = anAttempt({ answer: notSent() })
    const { take, records, resumed } = anInterveneFunction(aNotification({ attempts: [refused], waiting }))
    await take(withdrawn)
    const ended = records.now()
    await take(withdrawn)
    expect(records.now()).toBe(ended)
    expect(resumed).toEqual(Array(2).fill({ token: 'token', by: 'NotArmed', cause: 'cancelled' }))
  })

  it('that comes late is noted, and lets the task wait on', async () => {
    const { take, records, resumed } = anInterveneFunction(aNotification({ attempts: [taken], waiting }))
    await take(withdrawn)
    expect(records.now()).toEqual(aNotification({ attempts: [taken], waiting, cancelled }))
    expect(resumed).toEqual([])
  })

  it('counts also where it is stale, if it is about something that was requested', async () => {
    const { take, records } = anInterveneFunction(aNotification())
    await take(aCancelEvent({}, { time: atNoon(-100_000) }))
    expect(records.now()).toMatchObject({ outcome: 'cancelled', cancelled: { at: atNoon(-100_000) } })
  })
})

describe('a confirmation', () => {
  it('ends the wait as delivered', async () => {
    const { take, records, resumed } = anInterveneFunction(aNotification({ attempts: [taken], waiting }))
    await take(aConfirmEvent())
    expect(records.now()).toMatchObject({
      confirmed: { at: atNoon(), source },
      outcome: 'delivered',
      reason: 'confirmed',
      attempts: [{ status: 'delivered', evidence: 'recipient' }],
    })
    expect(resumed).toEqual([{ token: 'token', by: 'delivered' }])
  })
})

describe('what comes before its request', () => {
  it.each([
    ['a cancellation', withdrawn, { cancelled }],
    ['a confirmation', aConfirmEvent(), { confirmed: { at: atNoon(), source } }],
  ])('is parked for it: %s', async (_, body, intervention) => {
    const { take, records, did, resumed } = anInterveneFunction()
    await take(body)
    expect(records.intervention()).toEqual(intervention)
    expect(records.steps).toEqual(['park intervention'])
    expect({ ...did, resumed }).toEqual({ ...nothing, resumed: [] })
  })

  it('is about the notification itself where that is requested in the very moment', async () => {
    const { take, records } = anInterveneFunction(undefined, async ({ openNotification }) => {
      await openNotification(aNotification(), aPerson(), now)
    })
    await take(withdrawn)
    expect(records.intervention()).toBeUndefined()
    expect(records.now()).toMatchObject({ outcome: 'cancelled' })
  })

  it('is rejected where it is stale: nobody requests anything so late', async () => {
    const { take, records, did } = anInterveneFunction()
    await take(aCancelEvent({}, { time: atNoon(-100_000) }))
    expect(records.steps).toEqual([])
    expect(did).toMatchObject({
      told: [{ detail: { reason: 'stale', notificationId: id } }],
      kept: [],
      counted: [{ code: 'stale' }],
    })
  })

  it('does not have its id told where that could be a number', async () => {
    const { take, did } = anInterveneFunction()
    await take(aCancelEvent({ notificationId: 'otp-14155550123' }, { time: atNoon(-100_000) }))
    expect(did.told).toMatchObject([{ detail: { reason: 'stale', requestEventId: eventId } }])
    expect(JSON.stringify(did)).not.toContain('4155550123')
  })
})

describe('an event that is refused', () => {
  it('is told as such, and not as a rejection of the notification, which stays as it is', async () => {
    const { take, records, did } = anInterveneFunction(aNotification())
    const bad = aCancelEvent({ reason: '+14155550123' })
    await take(bad)
    expect(records.now()).toEqual(aNotification())
    expect(did.told).toEqual([
      {
        detailType: 'Intervention Rejected',
        detail: {
          eventId: `${id}/Intervention Rejected/${eventId}`,
          requestEventId: eventId,
          notificationId: id,
          reason: 'malformed',
          explanation: 'reason must be lower-case words joined by dashes, without digits.',
        },
      },
    ])
    for (const { detail } of did.told) StatusDetail.parse(detail)
    expect(did).toMatchObject({ kept: [bad], counted: [{ code: 'malformed' }] })
  })

  it('is not kept, and tells of no notification, where it is foreign', async () => {
    const { take, records, did } = anInterveneFunction(aNotification())
    await take(aCancelEvent({}, { account: '444455556666' }))
    expect(records.now()).toEqual(aNotification())
    expect(did).toMatchObject({
      told: [{ detail: { reason: 'foreign-source' } }],
      kept: [],
      counted: [{ code: 'foreign-source' }],
    })
    expect(did.told[0]?.detail).not.toHaveProperty('notificationId')
  })
})
