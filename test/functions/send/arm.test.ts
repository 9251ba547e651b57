import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { type Arming, arm, type Order } from '../../../functions/send/arm.ts'
import type { Clearance } from '../../../functions/send/ask-clearance.ts'
import { settlement } from '../../../functions/settle/settlement.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { aCancellation } from '../../builders/an-intervention.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const anOrder = (attempt = 1, overrides: Partial<Order> = {}): Order => ({
  next: aSendNext({ attempt }),
  taskToken: 'our-token',
  mark: 'our-mark',
  startedAt: noon,
  ask: async () => allowed,
  ...overrides,
})
const allowed = { verdict: 'send', answers: [], reliesOn: [] } as const
const ours = { attempt: 1, token: 'our-token' }
const theirs = { attempt: 1, token: 'another-token' }

describe('arming the first attempt', () => {
  it('is done once: mark, carrier, deadline and the token that is waited on', async () => {
    const { notification, answer } = await arm(aNotification(), anOrder(), noon)
    expect(answer).toBe('armed')
    expect(notification).toEqual(
      aNotification({
        waiting: ours,
        attempts: [anAttempt({ mark: 'our-mark', armedAt: atNoon(), deadline: atNoon(1_800), status: 'armed', closed: false })],
        policy: [],
      }),
    )
  })
})

describe('arming the second attempt', () => {
  it.each<[string, Partial<Attempt>]>([
    ['was not sent', { answer: notSent() }],
    ['is closed in silence', { closed: true, status: 'accepted' }],
    ['is closed and undelivered', { closed: true, status: 'undelivered' }],
  ])('is allowed once the first %s', async (_, state) => {
    const first = anAttempt(state)
    const { notification, answer } = await arm(aNotification({ attempts: [first], waiting: theirs }), anOrder(2), noon)
    expect(answer).toBe('armed')
    expect(notification).toMatchObject({
      attempts: [first, { number: 2, mark: 'our-mark', status: 'armed' }],
      waiting: { attempt: 2, token: 'our-token' },
    })
  })
})

/** Every branch of a refused arm: what was found, the answer, who is waited for then, and how the task is settled at once. */
interface Branch {
  readonly found: string
  readonly notification: Partial<Notification>
  readonly order?: Order
  readonly seconds?: number
  readonly answer: Arming
  readonly waiting: Notification['waiting']
  readonly settled?: object
}

const branches: Branch[] = [
  {
    found: 'our own mark (the reply was lost): we won',
    notification: { attempts: [anAttempt({ mark: 'our-mark' })], waiting: ours },
    answer: 'armed',
    waiting: ours,
  },
  {
    found: 'our own mark, although a receipt came meanwhile',
    notification: { attempts: [anAttempt({ mark: 'our-mark', status: 'sent' })], waiting: ours },
    answer: 'armed',
    waiting: ours,
  },
  {
    found: 'the attempt under another token (a redrive): we take over the wait',
    notification: { attempts: [anAttempt()], waiting: theirs },
    answer: 'waiting',
    waiting: ours,
  },
  {
    found: 'the attempt with nobody waiting for it (its task timed out): we take over the wait',
    notification: { attempts: [anAttempt()] },
    answer: 'waiting',
    waiting: ours,
  },
  {
    found: 'the attempt under another token, refused already: the wait is over',
    notification: { attempts: [anAttempt({ answer: notSent('account', 'sandbox') })], waiting: theirs },
    answer: 'waiting',
    waiting: ours,
    settled: { error: 'Refused', cause: 'account: sandbox' },
  },
  {
    found: 'the attempt under another token, delivered already: the wait is over',
    notification: { attempts: [anAttempt({ status: 'delivered' })], waiting: theirs, outcome: 'delivered' },
    answer: 'waiting',
    waiting: ours,
    settled: { delivered: true },
  },
  {
    found: 'a later attempt: nothing is left to wait for',
    notification: {
      attempts: [anAttempt({ closed: true }), anAttempt({ number: 2 })],
      waiting: { attempt: 2, token: 'another-token' },
    },
    answer: 'overtaken',
    waiting: { attempt: 2, token: 'another-token' },
  },
  {
    found: 'the attempt under our own token (the task was started twice)',
    notification: { attempts: [anAttempt()], waiting: ours },
    answer: 'started-twice',
    waiting: ours,
  },
  {
    found: 'the validity passed, to the millisecond',
    notification: {},
    seconds: 86_400,
    answer: 'waiting',
    waiting: ours,
    settled: { error: 'NotArmed', cause: 'validity-passed' },
  },
  {
    found: 'nobody left to be texted',
    notification: {},
    order: anOrder(1, { ask: undefined }),
    answer: 'waiting',
    waiting: ours,
    settled: { error: 'NotArmed', cause: 'person-erased' },
  },
  {
    found: 'nobody left to be texted, and the attempt armed under another token: we take over the wait',
    notification: { attempts: [anAttempt()], waiting: theirs },
    order: anOrder(1, { ask: undefined }),
    answer: 'waiting',
    waiting: ours,
  },
  {
    found: 'a cancellation that came after the decision',
    notification: { cancelled: aCancellation(), plan: undefined },
    answer: 'waiting',
    waiting: ours,
    settled: { error: 'NotArmed', cause: 'cancelled' },
  },
  {
    found: 'a cancellation that came after the decision for a second attempt',
    notification: {
      cancelled: aCancellation({ reason: 'order-withdrawn' }),
      attempts: [anAttempt({ closed: true, status: 'accepted', answer: accepted() })],
    },
    order: anOrder(2),
    answer: 'waiting',
    waiting: { attempt: 2, token: 'our-token' },
    settled: { error: 'NotArmed', cause: 'cancelled' },
  },
  {
    found: 'a cancellation that came after the arming, under another token: we take over the wait',
    notification: { attempts: [anAttempt()], waiting: theirs, cancelled: aCancellation() },
    answer: 'waiting',
    waiting: ours,
  },
  {
    found: 'an earlier attempt delivered',
    notification: { attempts: [anAttempt({ closed: true, status: 'delivered' })] },
    order: anOrder(2),
    answer: 'waiting',
    waiting: { attempt: 2, token: 'our-token' },
    settled: { delivered: true },
  },
  ...outcomes.map(
    (outcome): Branch => ({
      found: `the outcome ${outcome}`,
      notification: { outcome },
      answer: 'waiting',
      waiting: ours,
      settled: outcome === 'accepted' ? { accepted: true } : { error: 'NotArmed', cause: outcome },
    }),
  ),
  {
    found: 'an outcome without a plan',
    notification: { outcome: 'undeliverable', plan: undefined },
    answer: 'waiting',
    waiting: ours,
    settled: { error: 'NotArmed', cause: 'undeliverable' },
  },
]

describe('arming that finds', () => {
  it.each(branches)('$found', async ({ notification, order = anOrder(), seconds = 0, answer, waiting, settled }) => {
    const before = aNotification(notification)
    const armed = await arm(before, order, afterNoon(seconds))
    expect(armed.answer).toBe(answer)
    expect(armed.notification.attempts).toEqual(before.attempts)
    expect(armed.notification.waiting).toEqual(waiting)
    if (answer === 'waiting') expect(settlement(armed.notification, defaultKinds)).toEqual(settled)
  })

  it('that the validity has passed says so to Fall back, which does not judge again', async () => {
    expect((await arm(aNotification(), anOrder(), afterNoon(86_400))).notification.stopped).toEqual({
      outcome: 'expired',
      reason: 'validity-passed',
    })
  })

  it.each<[string, Partial<Attempt>]>([
    ['unknown', { closed: true, status: 'accepted', answer: accepted() }],
    ['unknown', { closed: true, answer: unknown() }],
    ['expired', { closed: true, answer: notSent() }],
    ['expired', { closed: true, status: 'undelivered', answer: accepted() }],
  ])('that the validity has passed stops as %s where the first attempt is %j', async (outcome, first) => {
    const before = aNotification({ attempts: [anAttempt(first)] })
    const { notification, answer } = await arm(before, anOrder(2), afterNoon(86_400))
    expect(answer).toBe('waiting')
    expect(notification.attempts).toEqual(before.attempts)
    expect(notification.stopped).toEqual({ outcome, reason: 'validity-passed' })
    expect(settlement(notification, defaultKinds)).toEqual({ error: 'NotArmed', cause: 'validity-passed' })
  })

  it.each<[string, Partial<Attempt>]>([
    ['unknown', { closed: true, status: 'accepted', answer: accepted() }],
    ['expired', { closed: true, answer: notSent() }],
  ])('nobody left to be texted stops as %s where the first attempt is %j', async (outcome, first) => {
    const before = aNotification({ attempts: [anAttempt(first)] })
    const { notification } = await arm(before, anOrder(2, { ask: undefined }), noon)
    expect(notification.attempts).toEqual(before.attempts)
    expect(notification.stopped).toEqual({ outcome, reason: 'person-erased' })
  })

  it.each<[string, Partial<Attempt>]>([
    ['unknown', { closed: true, status: 'accepted', answer: accepted() }],
    ['cancelled', { closed: true, answer: notSent() }],
  ])('a cancellation stops as %s where the first attempt is %j', async (outcome, first) => {
    const before = aNotification({ attempts: [anAttempt(first)], cancelled: aCancellation() })
    const { notification } = await arm(before, anOrder(2), noon)
    expect(notification.attempts).toEqual(before.attempts)
    expect(notification.stopped).toEqual({ outcome, reason: 'cancelled' })
  })

  it.each(branches.filter(({ answer }) => answer !== 'waiting'))(
    '$found writes nothing',
    async ({ notification, order = anOrder() }) => {
      const before = aNotification(notification)
      expect((await arm(before, order, noon)).notification).toBe(before)
    },
  )
})

describe('policy, asked at the last moment', () => {
  const saying = (verdict: Clearance['verdict'], attempts: readonly Attempt[] = []) =>
    arm(
      aNotification({ attempts: [...attempts] }),
      anOrder(attempts.length + 1, { ask: async () => ({ ...allowed, verdict, answers: [answer] }) }),
      noon,
    )
  const answer = { decision: 'stop', rule: 'suppression', reason: 'opted-out-of-all' } as const
  const ending = { outcome: 'suppressed', reason: answer.reason } as const

  it('ends what it does not let go, and Fall back does not judge again', async () => {
    const { notification, answer: arming } = await saying(ending)
    expect(arming).toBe('waiting')
    expect(notification).toMatchObject({ attempts: [], waiting: ours, stopped: ending, policy: [answer] })
    expect(settlement(notification, defaultKinds)).toEqual({ error: 'NotArmed', cause: answer.reason })
  })

  it('ends as unknown what may have been sent before', async () => {
    const { notification } = await saying(ending, [anAttempt({ closed: true, answer: accepted() })])
    expect(notification.stopped).toEqual({ outcome: 'unknown', reason: answer.reason })
  })

  it('holds what may go later', async () => {
    const { notification } = await saying({ holdUntil: afterNoon(60), reason: 'scheduled' })
    expect(notification).toMatchObject({ attempts: [], heldUntil: atNoon(60) })
    expect(settlement(notification, defaultKinds)).toEqual({ error: 'NotArmed', cause: 'held' })
  })

  it('holds no more once it lets it go', async () => {
    const { notification } = await arm(aNotification({ heldUntil: atNoon(-60) }), anOrder(), noon)
    expect(notification.heldUntil).toBeUndefined()
    expect(notification.attempts).toHaveLength(1)
  })

  it('is not asked where something else is in the way', async () => {
    const ask = vi.fn<NonNullable<Order['ask']>>()
    await arm(aNotification({ outcome: 'cancelled' }), anOrder(1, { ask }), noon)
    await arm(aNotification(), anOrder(1, { ask }), afterNoon(86_400))
    expect(ask).not.toHaveBeenCalled()
  })
})

describe('arming is a fault', () => {
  it.each<[string, Partial<Notification>, number, string]>([
    ['when attempts are left out', {}, 2, 'shop-order-4711-shipped has 0 attempts, asked for attempt 2'],
    ['when the last attempt is open', { attempts: [anAttempt()] }, 2, 'attempt 1 of shop-order-4711-shipped is still open'],
    ['when there is no plan', { plan: undefined }, 1, 'shop-order-4711-shipped has no plan'],
  ])('%s', async (_, overrides, attempt, message) => {
    await expect(arm(aNotification(overrides), anOrder(attempt), noon)).rejects.toThrow(message)
  })
})

describe('whoever asks, in whatever order and however often', () => {
  it('only one of them is told to call the carrier for an attempt', async () => {
    const who = fc.record({
      taskToken: fc.constantFrom('token-1', 'token-2', 'token-3'),
      repeats: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(who, { minLength: 1, maxLength: 8 }), async (invocations) => {
        let notification = aNotification()
        const called = new Set<string>()
        for (const [index, { taskToken, repeats }] of invocations.entries()) {
          for (let again = 0; again < repeats; again += 1) {
            const armed = await arm(notification, anOrder(1, { taskToken, mark: `mark-${index}` }), noon)
            notification = armed.notification
            if (armed.answer === 'armed') called.add(`mark-${index}`)
          }
        }
        expect([...called]).toEqual(['mark-0'])
        expect(notification.attempts).toHaveLength(1)
      }),
    )
  })
})
