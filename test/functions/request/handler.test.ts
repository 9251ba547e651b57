import type { SQSRecord } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import type { Hashers } from '../../../functions/notification/hash-keys.ts'
import { hasher } from '../../../functions/notification/hasher.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { StatusDetail as Detail, type StatusDetail, type StatusEvent } from '../../../functions/publish/status-event.ts'
import { createHandler } from '../../../functions/request/handler.ts'
import type { Rejection } from '../../../functions/request/rejections.ts'
import { aRequest, aRequestEvent, eventId } from '../../builders/a-request-event.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { aCancellation } from '../../builders/an-intervention.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'

const id = 'shop-order-4711-shipped'
const otherEventId = '0f8a1c7e-5d1b-4e0a-9c3e-2b7d6a41c002'
const key = hasher('key-1', 'a key of at least thirty-two characters')
const newerKey = hasher('key-2', 'another key of at least thirty-two characters')

interface Given {
  readonly records?: ReturnType<typeof recordsInMemory>
  readonly lostStarts?: number
  readonly hashers?: Hashers
  readonly now?: Date
}

type Counted = Rejection & { readonly requestEventId: string }

/** The request function over records in memory; the first `lostStarts` starts of a workflow fail. */
const aRequestFunction = ({ records = recordsInMemory(), lostStarts = 0, hashers = [key], now = afterNoon(2) }: Given = {}) => {
  const did = { started: [] as string[], told: [] as StatusEvent[], kept: [] as string[], counted: [] as Counted[] }
  let starts = 0
  const handle = createHandler({
    openNotification: records.openNotification,
    findNotification: records.findNotification,
    startWorkflow: async (notificationId) => {
      starts += 1
      if (starts <= lostStarts) throw new Error('Step Functions is away')
      did.started.push(notificationId)
    },
    putStatusEvents: async (events) => void did.told.push(...events),
    keepDeadLetter: async (body) => void did.kept.push(body),
    onRejection: (rejection, requestEventId) => did.counted.push({ ...rejection, requestEventId }),
    loadHashers: async () => hashers,
    limits: { mostEventAge: 86_400, requesters: { accounts: ['111122223333'] } },
    now: () => now,
  })
  const take = (body: string) => handle({ body, messageId: 'queue-message-1' } as SQSRecord)
  return { take, records, did }
}

const nothing = { started: [], told: [], kept: [], counted: [] }

describe('the first event for an id', () => {
  it('opens its notification, without anything personal in it, and starts its workflow', async () => {
    const { take, records, did } = aRequestFunction()
    const times = { sendAfter: '2026-11-23T09:00:00+01:00', expiresAt: '2026-11-23T10:00:00+01:00' }
    await take(aRequestEvent(aRequest({ ...times, timeZone: 'Europe/Berlin' })))
    expect(records.now()).toEqual({
      notificationId: id,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      recipientHash: key.hash('recipient', '+14155550123'),
      hashKeyId: 'key-1',
      template: 'order-shipped',
      locale: 'en',
      requestedAt: atNoon(),
      timeZone: 'Europe/Berlin',
      sendAfter: '2026-11-23T08:00:00.000Z',
      expiresAt: '2026-11-23T09:00:00.000Z',
      passes: 0,
      attempts: [],
    } satisfies Notification)
    expect(records.person()).toEqual({ to: '+14155550123', params: { orderNo: '4711', eta: '2026-11-24' } })
    expect(did).toEqual({ ...nothing, started: [id] })
  })

  it('is opened before its workflow is started: a lost start fails the message, which comes again', async () => {
    const { take, records, did } = aRequestFunction({ lostStarts: 1 })
    await expect(take(aRequestEvent())).rejects.toThrow('Step Functions is away')
    expect(records.steps).toEqual(['open'])
    await take(aRequestEvent())
    expect(records.steps).toEqual(['open'])
    expect(did).toEqual({ ...nothing, started: [id] })
  })
})

describe('the first event for an id that was called off before', () => {
  it('opens it as ended, and starts its workflow, which finds it so', async () => {
    const { take, records, did } = aRequestFunction()
    await records.parkIntervention(id, { cancelled: aCancellation() }, noon)
    await take(aRequestEvent())
    expect(records.now()).toMatchObject({ cancelled: aCancellation(), outcome: 'cancelled', reason: 'cancelled' })
    expect(records.person()).toEqual({ to: '+14155550123' })
    expect(did).toEqual({ ...nothing, started: [id] })
  })
})

describe('the same event again', () => {
  it('does nothing once the workflow has decided', async () => {
    const { take, records } = aRequestFunction()
    await take(aRequestEvent())
    await records.changeNotification(id, (opened) => ({ notification: { ...opened, next: aSendNext() }, answer: undefined }))
    const before = records.now()
    const later = aRequestFunction({ records })
    await later.take(aRequestEvent(aRequest(), { id: otherEventId, time: atNoon(1) }))
    expect(records.now()).toBe(before)
    expect(later.did).toEqual(nothing)
  })

  it('starts the workflow once more while nobody knows whether it runs', async () => {
    const { take, did } = aRequestFunction()
    await take(aRequestEvent())
    await take(aRequestEvent())
    expect(did).toEqual({ ...nothing, started: [id, id] })
  })
})

describe('an event for the same id with other content', () => {
  it('is rejected as a conflict, and the first stays untouched', async () => {
    const { take, records, did } = aRequestFunction()
    await take(aRequestEvent())
    const first = records.now()
    await take(aRequestEvent(aRequest({ to: '+14155550124' }), { id: otherEventId }))
    expect(records.now()).toBe(first)
    expect(records.person()?.to).toBe('+14155550123')
    expect(did).toMatchObject({
      started: [id],
      told: [
        {
          detailType: 'Notification Rejected',
          detail: {
            eventId: `${id}/Notification Rejected/${otherEventId}`,
            notificationId: id,
            requestEventId: otherEventId,
            reason: 'idempotency-conflict',
          },
        },
      ],
      kept: [],
      counted: [{ code: 'idempotency-conflict', notificationId: id, requestEventId: otherEventId }],
    })
  })
})

describe('an event for the same id after the key of the hashes was turned', () => {
  const afterTurning = async (hashers: Hashers, event: string) => {
    const { take, records } = aRequestFunction()
    await take(aRequestEvent())
    const first = records.now()
    const later = aRequestFunction({ records, hashers })
    await later.take(event)
    expect(records.now()).toBe(first)
    return later.did
  }
  const repeat = aRequestEvent(aRequest(), { id: otherEventId })
  const conflict = aRequestEvent(aRequest({ to: '+14155550124' }), { id: otherEventId })

  it('is recognised as a repeat by the key that its record names', async () => {
    expect(await afterTurning([newerKey, key], repeat)).toEqual({ ...nothing, started: [id] })
  })

  it('is recognised as a conflict as long as that key is kept', async () => {
    expect(await afterTurning([newerKey, key], conflict)).toMatchObject({
      started: [],
      counted: [{ code: 'idempotency-conflict' }],
    })
  })

  it.each([
    ['the same', repeat],
    ['another content', conflict],
  ])('is taken for a repeat once that key is gone, so that nobody is texted twice: %s', async (_, event) => {
    expect(await afterTurning([newerKey], event)).toEqual({ ...nothing, started: [id] })
  })

  it('hashes what is new by the new key', async () => {
    const { take, records } = aRequestFunction({ hashers: [newerKey, key] })
    await take(aRequestEvent())
    const recipientHash = newerKey.hash('recipient', '+14155550123')
    expect(records.now()).toMatchObject({ hashKeyId: 'key-2', recipientHash })
  })
})

describe('an event that may not ask', () => {
  it.each([
    ['of our own source', { source: 'heliograph' }],
    ['of another account', { account: '444455556666' }],
  ])(
    '%s opens nothing, and is rejected by its own id alone: whose notification it names is not its to say',
    async (_who, from) => {
      const { take, records, did } = aRequestFunction()
      await take(aRequestEvent(aRequest(), from))
      expect(records.now()).toBeUndefined()
      const detail = {
        eventId: `${eventId}/Notification Rejected/${eventId}`,
        requestEventId: eventId,
        reason: 'foreign-source',
        explanation: 'The event comes from a source or an account that may not ask this deployment for notifications.',
      }
      const counted = [{ code: 'foreign-source', explanation: detail.explanation, requestEventId: detail.requestEventId }]
      expect(did).toEqual({ ...nothing, told: [{ detailType: 'Notification Rejected', detail }], counted })
    },
  )
})

describe('a stale event', () => {
  const muchLater = afterNoon(86_401)

  it('is a repeat where its notification is known, and nothing happens', async () => {
    const { take, records } = aRequestFunction()
    await take(aRequestEvent())
    await records.changeNotification(id, (opened) => ({ notification: { ...opened, next: aSendNext() }, answer: undefined }))
    const before = records.now()
    const later = aRequestFunction({ records, now: muchLater })
    await later.take(aRequestEvent())
    expect(records.now()).toBe(before)
    expect(later.did).toEqual(nothing)
  })

  it('is a conflict where its notification is known with other content', async () => {
    const { take, records } = aRequestFunction()
    await take(aRequestEvent())
    const later = aRequestFunction({ records, now: muchLater })
    await later.take(aRequestEvent(aRequest({ to: '+14155550124' })))
    expect(later.did).toMatchObject({ started: [], counted: [{ code: 'idempotency-conflict' }] })
  })

  it('opens nothing where its notification is not known, and is rejected', async () => {
    const { take, records, did } = aRequestFunction({ now: muchLater })
    await take(aRequestEvent())
    expect(records.now()).toBeUndefined()
    expect(did).toMatchObject({ started: [], counted: [{ code: 'stale' }] })
  })
})

describe('an event that is refused', () => {
  const bad = aRequestEvent(aRequest({ template: '+14155550123' }))
  it.each<[string, string, StatusDetail['reason'], string | undefined, string]>([
    ['malformed', bad, 'malformed', id, eventId],
    ['malformed and without ids', '+14155550123', 'malformed', undefined, 'queue-message-1'],
    ['stale', aRequestEvent(aRequest(), { time: atNoon(-86_400) }), 'stale', id, eventId],
    ['put off for too long', aRequestEvent(aRequest({ sendAfter: atNoon(2_592_001) })), 'send-after-too-far', id, eventId],
    [
      'a cancellation',
      aRequestEvent({ notificationId: id }, { 'detail-type': 'Cancel Notification' }),
      'malformed',
      undefined,
      eventId,
    ],
    [
      'named by the number',
      aRequestEvent(aRequest({ notificationId: 'to-14155550123' })),
      'id-reveals-recipient',
      undefined,
      eventId,
    ],
  ])(
    'since it is %s ends in one status event, without a record and without its content',
    async (_, body, reason, notificationId, eventId) => {
      const { take, records, did } = aRequestFunction()
      await take(body)
      expect(did.told).toHaveLength(1)
      const [{ detailType, detail } = { detailType: undefined, detail: undefined }] = did.told
      expect(detailType).toBe('Notification Rejected')
      expect(Detail.parse(detail)).toEqual({
        eventId: `${notificationId ?? eventId}/Notification Rejected/${eventId}`,
        requestEventId: eventId,
        reason,
        explanation: expect.stringMatching(/^[^0-9]{10,}\.$/),
        ...(notificationId && { notificationId }),
      })
      expect(records.steps).toEqual([])
      expect(did).toMatchObject({ started: [], counted: [{ code: reason }] })
    },
  )

  it('is kept in the dead-letter queue as it came when nobody can read it', async () => {
    const { take, did } = aRequestFunction()
    await take(bad)
    expect(did.kept).toEqual([bad])
  })

  it.each([
    ['stale', aRequestEvent(aRequest(), { time: atNoon(-86_400) })],
    ['put off for too long', aRequestEvent(aRequest({ sendAfter: atNoon(2_592_001) }))],
  ])('is not kept when it can be read and is %s', async (_, body) => {
    const { take, did } = aRequestFunction()
    await take(body)
    expect(did.kept).toEqual([])
  })

  it('tells the same event id when it comes again', async () => {
    const { take, did } = aRequestFunction()
    await take(bad)
    await take(bad)
    expect(new Set(did.told.map(({ detail }) => detail.eventId)).size).toBe(1)
  })
})

it('dates a request by its event, so that a queue that stood still does not make a code valid for longer', async () => {
  const { take, records } = aRequestFunction()
  await take(aRequestEvent(aRequest(), { time: atNoon(-3_600) }))
  expect(records.now()?.requestedAt).toBe(new Date(noon.getTime() - 3_600_000).toISOString())
})
