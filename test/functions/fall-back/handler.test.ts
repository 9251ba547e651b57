import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createHandler, type Dependencies } from '../../../functions/fall-back/handler.ts'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import type { Routing } from '../../../functions/notification/routing.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aDrain } from '../../builders/a-drain.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aReceipt } from '../../builders/a-receipt.ts'
import { aRouting } from '../../builders/a-routing.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { aCancellation } from '../../builders/an-intervention.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const id = 'shop-order-4711-shipped'
/** Armed half an hour ago, and its wait is over. */
const overdue = { armedAt: atNoon(-1_800), deadline: atNoon() }
const silent = anAttempt({ ...overdue, status: 'accepted', answer: accepted() })

/** Every kind by SNS alone, unless a test says otherwise. */
const bySnsAlone = {
  ...aRouting(),
  carriers: {
    verification: ['sns'],
    order: ['sns'],
    payment: ['sns'],
    logistics: ['sns'],
    membership: ['sns'],
    marketing: ['sns'],
  },
} satisfies Routing
const routed = { routing: bySnsAlone, random: () => 0.999, networkOnly: [] }

const aFallBackFunction = (overrides: Partial<Notification>, dependencies: Partial<Dependencies> = {}, now = noon) => {
  const records = recordsInMemory({ notification: aNotification({ waiting: { attempt: 1, token: 'token' }, ...overrides }) })
  const workflows = someWorkflows()
  const fallBack = createHandler({
    ...records,
    ...routed,
    settle: settle(workflows.client, defaultKinds),
    now: () => now,
    ...dependencies,
  })
  const last = Math.max(1, overrides.attempts?.length ?? 0)
  return { fallBack: (attempt = last) => fallBack({ notificationId: id, attempt }), records, resumed: workflows.resumed }
}

describe('Fall back with one carrier', () => {
  it('closes the attempt whose wait is over, ends the notification and tells the workflow', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [silent] })
    const next = { decision: 'stop', outcome: 'unknown', reason: 'no-receipt' } as const
    expect(await fallBack()).toEqual(next)
    expect(records.now()).toEqual(
      aNotification({
        attempts: [{ ...silent, closed: true }],
        next,
        passes: 1,
        outcome: 'unknown',
        reason: 'no-receipt',
        endedAt: atNoon(),
      }),
    )
  })

  it.each<[string, Attempt, object]>([
    ['was silent', silent, { decision: 'stop', outcome: 'unknown', reason: 'cancelled' }],
    ['was refused', anAttempt({ answer: notSent() }), { decision: 'stop', outcome: 'cancelled', reason: 'cancelled' }],
  ])('begins no further attempt of what was cancelled, after one that %s', async (_, attempt, next) => {
    const twoCarriers = { ...bySnsAlone, carriers: { ...bySnsAlone.carriers, order: ['sns', 'twilio'] } } satisfies Routing
    const { fallBack, records } = aFallBackFunction({ attempts: [attempt], cancelled: aCancellation() }, { routing: twoCarriers })
    expect(await fallBack()).toEqual(next)
    expect(records.now()).toMatchObject({ next, waiting: undefined, attempts: [{ closed: true }] })
  })

  it('waits on for what was sent before it was cancelled, where `send` broke', async () => {
    const broken = anAttempt({ deadline: atNoon(600) })
    const { fallBack, records } = aFallBackFunction({ attempts: [broken], cancelled: aCancellation() })
    expect(await fallBack()).toEqual(aSendNext({ waitSeconds: 600 }))
    expect(records.now()?.outcome).toBeUndefined()
  })

  it('answers the same again, and counts once', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [silent] })
    expect(await fallBack()).toEqual(await fallBack())
    expect(records.now()).toMatchObject({ passes: 1, outcome: 'unknown', endedAt: atNoon() })
  })

  it('keeps the rendezvous of every accepted attempt, since `send` may have died before it did', async () => {
    const attempts = [
      anAttempt({ status: 'accepted', answer: accepted('message-1'), closed: true }),
      anAttempt({ number: 2, answer: notSent() }),
      anAttempt({ number: 3, answer: unknown() }),
      anAttempt({ ...overdue, number: 4, status: 'accepted', answer: accepted('message-4') }),
    ]
    const { fallBack, records } = aFallBackFunction({ attempts })
    await fallBack()
    expect(records.steps).toEqual(['rendezvous', 'rendezvous', 'change'])
    for (const [messageId, attempt] of [
      ['message-1', 1],
      ['message-4', 4],
    ] as const)
      expect(await records.parkReceipt(aReceipt({ messageId }), noon)).toEqual({ notificationId: id, attempt })
  })

  it('sees the delivery that waited at that rendezvous, and it wins', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [silent] })
    await records.parkReceipt(aReceipt(), noon)
    expect(await fallBack()).toEqual({ decision: 'stop', outcome: 'delivered', reason: 'receipt' })
    expect(records.now()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered', closed: true }] })
  })

  it('judges what is known when it writes, not what it read', async () => {
    const { records } = aFallBackFunction({ attempts: [silent] })
    const stale = aNotification({ attempts: [silent] })
    await records.changeNotification(id, (current) => ({
      notification: { ...current, attempts: [{ ...silent, status: 'delivered' }] },
      answer: undefined,
    }))
    const fallBack = createHandler({
      ...records,
      ...routed,
      readNotification: async () => stale,
      settle: async () => {},
      now: () => noon,
    })
    expect(await fallBack({ notificationId: id, attempt: 1 })).toMatchObject({ outcome: 'delivered' })
  })

  it('passes forty times; who comes once more has met a fault', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [silent], passes: 39 })
    await fallBack()
    expect(records.now()).toMatchObject({ passes: 40, outcome: 'unknown' })
    const onceMore = aFallBackFunction({ attempts: [silent], passes: 40 })
    await expect(onceMore.fallBack()).rejects.toThrow('shop-order-4711-shipped fell back 40 times')
    expect(onceMore.records.now()).toMatchObject({ passes: 40, attempts: [silent] })
  })

  it('answers what is decided also after the fortieth pass', async () => {
    const { fallBack } = aFallBackFunction({ attempts: [silent], passes: 39 })
    expect(await fallBack()).toEqual(await fallBack())
  })

  it.each([{ notificationId: id }, { notificationId: id, attempt: 0 }, { notificationId: '', attempt: 1 }, undefined])(
    'does not take %j for its input',
    async (input) => {
      const { records } = aFallBackFunction({})
      const fallBack = createHandler({ ...records, ...routed, settle: async () => {}, now: () => noon })
      await expect(fallBack(input)).rejects.toThrow(z.ZodError)
      expect(records.steps).toEqual([])
    },
  )
})

describe('Fall back with two carriers', () => {
  const byTwo = { routing: aRouting() }
  const refused = anAttempt({ answer: notSent('route', 'unreachable') })

  it('closes the attempt and hands the next one to the other carrier', async () => {
    const { fallBack, records, resumed } = aFallBackFunction({ attempts: [silent] }, byTwo)
    const next = aSendNext({ attempt: 2, carrier: 'twilio' })
    expect(await fallBack()).toEqual(next)
    expect(records.now()).toEqual(aNotification({ attempts: [{ ...silent, closed: true }], next, passes: 1 }))
    expect(resumed).toEqual([])
  })

  it('waits for the other carrier as long as that one needs', async () => {
    const { fallBack } = aFallBackFunction({ kind: 'verification', attempts: [refused] }, byTwo)
    expect(await fallBack()).toEqual(aSendNext({ attempt: 2, carrier: 'twilio', waitSeconds: 25 }))
  })

  it('holds for a carrier that throttles, for a time by chance, with its number for the next attempt', async () => {
    const throttled = anAttempt({ answer: notSent('throttled', 'rate-exceeded') })
    const { fallBack, records } = aFallBackFunction({ attempts: [throttled] }, { ...byTwo, random: () => 0.5 })
    const next = { decision: 'hold', attempt: 2, carrier: 'sns', until: atNoon(3), reason: 'rate-exceeded' } as const
    expect(await fallBack()).toEqual(next)
    expect(records.now()).toEqual(aNotification({ attempts: [{ ...throttled, closed: true }], next, passes: 1 }))
  })

  it('holds as policy said when it was to be armed, a minute at least, and for the same reason', async () => {
    const quiet = { decision: 'hold', rule: 'quiet-hours', reason: 'quiet-hours' } as const
    const kept = { next: aSendNext(), policy: [quiet], heldUntil: atNoon(1) }
    const { fallBack } = aFallBackFunction(kept, byTwo)
    expect(await fallBack()).toEqual({ decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(60), reason: 'quiet-hours' })
  })

  it.each([
    [0, atNoon(5)],
    [1, atNoon(15)],
  ])('counts a pass once it is decided: after %i passes without an attempt it holds until %s', async (passes, until) => {
    const { fallBack, records } = aFallBackFunction({ passes }, byTwo)
    expect(await fallBack()).toEqual({ decision: 'hold', attempt: 1, carrier: 'sns', until, reason: 'not-attempted' })
    expect(records.now()).toMatchObject({ passes: passes + 1 })
  })

  it.each([
    [38, { decision: 'hold' }],
    [39, { decision: 'stop', outcome: 'undeliverable', reason: 'rate-exceeded' }],
  ])('ends what throttled to the last by an outcome, not by a fault: after %i passes', async (passes, next) => {
    const attempts = [anAttempt({ answer: notSent('throttled', 'rate-exceeded') })]
    const { fallBack } = aFallBackFunction({ attempts, passes }, byTwo)
    expect(await fallBack()).toMatchObject(next)
  })

  it('decides by the order of the notification’s own kind', async () => {
    const routing = aRouting()
    const carriers = { ...routing.carriers, payment: ['sns'] } satisfies Routing['carriers']
    const { fallBack } = aFallBackFunction({ kind: 'payment', attempts: [refused] }, { routing: { ...routing, carriers } })
    expect(await fallBack()).toEqual({ decision: 'stop', outcome: 'undeliverable', reason: 'unreachable' })
  })

  it.each([
    [86_400 - 20, aSendNext({ attempt: 2, carrier: 'twilio', waitSeconds: 20 })],
    [86_400 - 19, { decision: 'stop', outcome: 'expired', reason: 'validity-passed' }],
  ])('begins nothing that could not also be waited for: %i s after noon', async (seconds, next) => {
    const { fallBack } = aFallBackFunction({ attempts: [refused] }, byTwo, afterNoon(seconds))
    expect(await fallBack()).toEqual(next)
  })

  it.each<[string, Partial<Notification>, object]>([
    ['a delivery', { attempts: [{ ...silent, status: 'delivered' }] }, { outcome: 'delivered', reason: 'receipt' }],
    [
      'a delivery over another outcome',
      { attempts: [{ ...silent, status: 'delivered' }], outcome: 'unknown', reason: 'no-receipt' },
      { outcome: 'delivered', reason: 'receipt' },
    ],
    [
      'an outcome',
      { attempts: [refused], outcome: 'suppressed', reason: 'opted-out' },
      { outcome: 'suppressed', reason: 'opted-out' },
    ],
    ['an outcome without a reason', { attempts: [refused], outcome: 'unknown' }, { outcome: 'unknown' }],
    [
      'what `send` would not arm for',
      { attempts: [refused], stopped: { outcome: 'expired', reason: 'validity-passed' } },
      { outcome: 'expired', reason: 'validity-passed' },
    ],
  ])('does not judge again where there is %s', async (_, overrides, ending) => {
    const { fallBack, records } = aFallBackFunction(overrides, byTwo)
    expect(await fallBack()).toMatchObject({ decision: 'stop', ...ending })
    expect(records.now()).toMatchObject({ ...ending, passes: 0 })
  })

  it('is a fault before there is a plan', async () => {
    const { fallBack } = aFallBackFunction({ plan: undefined }, byTwo)
    await expect(fallBack()).rejects.toThrow('shop-order-4711-shipped has no plan')
  })

  it('sees a network’s word at the rendezvous, and it is a delivery where handsets tell nothing', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [silent] }, { ...byTwo, networkOnly: ['US'] })
    await records.parkReceipt(aReceipt({ status: 'sent', evidence: undefined }), noon)
    expect(await fallBack()).toEqual({ decision: 'stop', outcome: 'delivered', reason: 'receipt' })
  })
})

describe('Fall back whose earlier reply was lost', () => {
  it.each([
    ['to send', aSendNext({ attempt: 2, carrier: 'twilio' })],
    ['to hold', { decision: 'hold', attempt: 3, carrier: 'sns', until: atNoon(60) }],
  ] as const)(
    'answers what stands in the record where a later attempt is armed already, and writes nothing: %s',
    async (_, next) => {
      const attempts = [{ ...silent, closed: true }, anAttempt({ number: 2, carrier: 'twilio' })]
      const { fallBack, records } = aFallBackFunction({ attempts, next, passes: 1, waiting: { attempt: 2, token: 'token' } })
      const before = records.now()
      expect(await fallBack(1)).toEqual(next)
      expect(records.now()).toBe(before)
    },
  )

  it('does not answer a decision that led here: a `send` that came too late armed what another decision had taken back', async () => {
    const attempts = [{ ...silent, closed: true }, anAttempt({ number: 2, carrier: 'twilio', deadline: atNoon(60) })]
    const { fallBack, records } = aFallBackFunction({ attempts, next: aSendNext({ attempt: 1 }), passes: 3 })
    expect(await fallBack(1)).toMatchObject({ decision: 'send', attempt: 2 })
    expect(records.now()).toMatchObject({ passes: 4 })
  })

  it('judges an attempt that is the last one, although its own decision is stored', async () => {
    const { fallBack } = aFallBackFunction({ attempts: [silent], next: aSendNext() })
    expect(await fallBack(1)).toEqual({ decision: 'stop', outcome: 'unknown', reason: 'no-receipt' })
  })

  it('does not answer the stored decision where a delivery came meanwhile', async () => {
    const attempts = [{ ...silent, status: 'delivered' as const, closed: true }, anAttempt({ number: 2 })]
    const { fallBack } = aFallBackFunction({ attempts, next: aSendNext({ attempt: 2 }) })
    expect(await fallBack(1)).toEqual({ decision: 'stop', outcome: 'delivered', reason: 'receipt' })
  })
})

describe('an attempt of which nothing is known before its deadline', () => {
  it.each<[string, Partial<Attempt>]>([
    ['its carrier has not answered', {}],
    ['its carrier has accepted', { status: 'accepted', answer: accepted() }],
    ['its answer is unknown, and its kind not urgent', { answer: unknown() }],
  ])('is waited for as long as is left, by the same carrier and number, and stays open: %s', async (_, state) => {
    const attempt = anAttempt(state)
    const { fallBack, records, resumed } = aFallBackFunction({ attempts: [attempt] }, { routing: aRouting() }, afterNoon(60))
    const next = aSendNext({ waitSeconds: 1_740 })
    expect(await fallBack()).toEqual(next)
    expect(records.now()).toEqual(
      aNotification({ attempts: [attempt], waiting: { attempt: 1, token: 'token' }, next, passes: 1 }),
    )
    expect(resumed).toEqual([])
  })

  it('is no longer waited for in the last five seconds', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [anAttempt()] }, { routing: aRouting() }, afterNoon(1_795))
    expect(await fallBack()).toMatchObject({ decision: 'send', attempt: 2, carrier: 'twilio' })
    expect(records.now()?.attempts).toMatchObject([{ closed: true }])
  })

  it('is no longer waited for where its answer is unknown and its kind urgent', async () => {
    const attempts = [anAttempt({ answer: unknown() })]
    const { fallBack } = aFallBackFunction({ kind: 'verification', attempts }, { routing: aRouting() })
    expect(await fallBack()).toMatchObject({ decision: 'send', attempt: 2, carrier: 'twilio' })
  })
})

describe('Fall back where operators have drained carriers', () => {
  const refused = anAttempt({ ...overdue, answer: notSent('route', 'unreachable'), closed: true })

  it('sends by one that is drained where no other is left, and says so', async () => {
    const { fallBack, records } = aFallBackFunction(
      { attempts: [refused] },
      { routing: aRouting(), readDrains: async () => [aDrain('twilio')] },
    )
    const next = aSendNext({ attempt: 2, carrier: 'twilio', drained: ['twilio'] })
    expect(await fallBack()).toEqual(next)
    expect(records.now()).toMatchObject({ next })
  })

  it('says nothing of them where it stops', async () => {
    const { fallBack } = aFallBackFunction({ kind: 'payment', attempts: [silent] }, { readDrains: async () => [aDrain('sns')] })
    expect(await fallBack()).toEqual({ decision: 'stop', outcome: 'unknown', reason: 'no-receipt' })
  })
})
