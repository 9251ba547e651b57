import { describe, expect, it } from 'vitest'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { createHandler, type Dependencies } from '../../../functions/sweep/handler.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { aReceipt } from '../../builders/a-receipt.ts'
import { accepted, notSent } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const hour = 3_600

/** Its validity ended more than an hour ago. */
const aLostOne = (overrides: Partial<Notification> = {}) =>
  aNotification({ requestedAt: atNoon(-3 * hour), plan: aPlan({ validUntil: atNoon(-hour - 1) }), ...overrides })

/** A sweep over records in memory that the index names, each under a shard of its own unless the test says otherwise. */
const aSweep = (notifications: readonly Notification[], overrides: Partial<Dependencies> = {}) => {
  const all = new Map(notifications.map((one) => [one.notificationId, recordsInMemory({ notification: one })]))
  const of = (id: string) => {
    const records = all.get(id)
    if (records === undefined) throw new Error(`there is no notification ${id}`)
    return records
  }
  const { client, resumed } = someWorkflows()
  const counted: string[] = []
  const failed: string[] = []
  const sweep = createHandler({
    findOverdue: async function* (shard) {
      yield* [...all.keys()].filter((id) => id.startsWith(shard) || shard === '')
    },
    findNotification: async (id) => all.get(id)?.findNotification(id),
    changeNotification: (id, rule) => of(id).changeNotification(id, rule),
    keepRendezvous: (carrier, messageId, attempt, at) =>
      of(attempt.notificationId).keepRendezvous(carrier, messageId, attempt, at),
    storeReceipt: (attempt, receipt, at) => of(attempt.notificationId).storeReceipt(attempt, receipt, at),
    settle: settle(client, defaultKinds),
    networkOnly: [],
    shards: [''],
    mostSeconds: 60,
    now: () => noon,
    onSwept: (id) => counted.push(id),
    onFailed: (id) => failed.push(id),
    ...overrides,
  })
  return { sweep, of, resumed, counted, failed }
}

const id = aNotification().notificationId

describe('a notification past its deadline without an outcome', () => {
  it.each<[string, Notification, Partial<Notification>]>([
    ['nobody planned it', aRequestedNotification({ requestedAt: atNoon(-25 * hour - 1) }), { outcome: 'undeliverable' }],
    ['nothing was attempted', aLostOne(), { outcome: 'undeliverable' }],
    ['nothing was sent', aLostOne({ attempts: [anAttempt({ answer: notSent() })] }), { outcome: 'undeliverable' }],
    ['a text may be on its way', aLostOne({ attempts: [anAttempt()] }), { outcome: 'unknown' }],
    [
      'a hold was never over',
      aLostOne({ next: { decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(-2 * hour) } }),
      { outcome: 'undeliverable' },
    ],
  ])('gets the one that its attempts allow, and is counted: %s', async (_, notification, ending) => {
    const { sweep, of, counted } = aSweep([notification])
    await sweep()
    expect(of(id).now()).toMatchObject({ ...ending, reason: 'swept', endedAt: atNoon() })
    expect(counted).toEqual([id])
  })

  it('keeps its appointments first: a delivery that waits at the rendezvous is its outcome', async () => {
    const { sweep, of } = aSweep([aLostOne({ attempts: [anAttempt({ status: 'accepted', answer: accepted() })] })])
    await of(id).parkReceipt(aReceipt(), noon)
    await sweep()
    expect(of(id).now()).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
  })

  it('tells the task that still waits', async () => {
    const { sweep, resumed } = aSweep([aLostOne({ attempts: [anAttempt()], waiting: { attempt: 1, token: 'token' } })])
    await sweep()
    expect(resumed).toEqual([{ token: 'token', by: 'NotArmed', cause: 'unknown' }])
  })
})

describe('not touched is', () => {
  it.each<[string, Notification]>([
    [
      'one that holds within its validity',
      aNotification({ next: { decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(hour) } }),
    ],
    [
      'one whose validity is just over, so that its workflow is at its end',
      aNotification({ plan: aPlan({ validUntil: atNoon(-hour) }) }),
    ],
    ['one that is not planned yet, a day after its request', aRequestedNotification({ requestedAt: atNoon(-25 * hour) })],
    ['one that has its outcome', aLostOne({ outcome: 'delivered', reason: 'receipt' })],
  ])('%s, though the index names it', async (_, notification) => {
    const { sweep, of, counted, resumed } = aSweep([notification])
    await sweep()
    expect(of(id).now()).toBe(notification)
    expect(of(id).steps).toEqual([])
    expect({ counted, resumed }).toEqual({ counted: [], resumed: [] })
  })

  it('one that is gone', async () => {
    const { sweep, counted } = aSweep([aLostOne()], { findNotification: async () => undefined })
    await sweep()
    expect(counted).toEqual([])
  })
})

it('does nothing more when it runs again', async () => {
  const { sweep, of, counted } = aSweep([aLostOne()])
  await sweep()
  const swept = of(id).now()
  await sweep()
  expect(of(id).now()).toBe(swept)
  expect(counted).toEqual([id])
})

it('goes through all shards, and counts each that it ended by its id', async () => {
  const lost = ['a-1', 'a-2', 'b-1', 'c-1'].map((notificationId) => aLostOne({ notificationId }))
  const { sweep, of, counted } = aSweep(lost, { shards: ['a', 'b', 'c'] })
  await sweep()
  for (const { notificationId } of lost) expect(of(notificationId).now()?.outcome).toBe('undeliverable')
  expect(new Set(counted)).toEqual(new Set(['a-1', 'a-2', 'b-1', 'c-1']))
})

it('is not stopped by a part of the index that cannot be read', async () => {
  const lost = ['a-1', 'b-1'].map((notificationId) => aLostOne({ notificationId }))
  const { sweep, counted, failed } = aSweep(lost, {
    shards: ['a', 'b'],
    findOverdue: async function* (shard) {
      if (shard === 'a') throw new Error('throttled')
      yield 'b-1'
    },
  })
  await expect(sweep()).rejects.toThrow('1 notifications could not be swept')
  expect({ counted, failed }).toEqual({ counted: ['b-1'], failed: ['a'] })
})

it('is not stopped by a broken notification, and says at its end that it met one', async () => {
  const lost = ['a-broken', 'b-whole', 'c-whole'].map((notificationId) => aLostOne({ notificationId }))
  const { of } = aSweep(lost)
  const { sweep, counted, failed } = aSweep(lost, {
    findNotification: async (one) => {
      if (one === 'a-broken') throw new Error('unreadable')
      return of(one).findNotification(one)
    },
  })
  await expect(sweep()).rejects.toThrow('1 notifications could not be swept')
  expect({ counted, failed }).toEqual({ counted: ['b-whole', 'c-whole'], failed: ['a-broken'] })
})

it('takes up nothing more once its time is over, and the next run goes on', async () => {
  const lost = ['a', 'b', 'c', 'd'].map((notificationId) => aLostOne({ notificationId }))
  let seconds = 0
  const { sweep, counted } = aSweep(lost, { mostSeconds: 5, now: () => afterNoon(seconds++) })
  await sweep()
  expect(counted.length).toBeGreaterThan(0)
  expect(counted.length).toBeLessThan(4)
  await sweep()
  await sweep()
  await sweep()
  expect(counted).toEqual(['a', 'b', 'c', 'd'])
})
