import { describe, expect, it, vi } from 'vitest'
import { kinds } from '../../../functions/notification/kinds.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import type { Judgement } from '../../../functions/policy/judge-policy.ts'
import { type AskPolicy, decideNext } from '../../../functions/validate/decide-next.ts'
import type { Planned, Refused } from '../../../functions/validate/make-plan.ts'
import { aDrain } from '../../builders/a-drain.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { aRouting } from '../../builders/a-routing.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { accepted, notSent } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { aCancellation } from '../../builders/an-intervention.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const routing = aRouting()
const allow = async () => ({ verdict: 'send', answers: [] }) as const
const planned: Planned = { kind: 'order', plan: aPlan(), text: 'Shop: hello.' }
const rejected: Refused = {
  outcome: 'rejected',
  reason: 'invalid-parameters',
  explanation: 'params.eta is missing.',
  kind: 'order',
}

/** What is said of a number that was planned once: nothing of its kind. */
const notAllowed: Refused = { outcome: 'suppressed', reason: 'not-in-only-to', explanation: 'to is not one of the few.' }

describe('a notification that is judged for the first time', () => {
  it('is sent by the first carrier of its kind, with plan, text and decision kept', async () => {
    expect(await decideNext(aRequestedNotification(), planned, allow, routing, noon)).toEqual({
      notification: aNotification({ next: aSendNext(), policy: [] }),
      text: 'Shop: hello.',
      answer: aSendNext(),
    })
  })

  it.each(kinds)('waits for the receipt as its kind does: %s', async (kind) => {
    const notice = { verification: 80, payment: 600, order: 1_800, logistics: 1_800, membership: 1_800, marketing: 20 }
    const next = aSendNext({ waitSeconds: notice[kind], awaitReceipt: kind !== 'marketing' })
    expect((await decideNext(aRequestedNotification(), { ...planned, kind }, allow, routing, noon)).answer).toEqual(next)
  })

  it('ends with the outcome that it deserves', async () => {
    const next = { decision: 'stop', outcome: 'rejected', reason: 'invalid-parameters' } as const
    expect(await decideNext(aRequestedNotification(), rejected, allow, routing, noon)).toEqual({
      notification: aRequestedNotification({ ...rejected, next, endedAt: atNoon() }),
      answer: next,
    })
  })

  it.each([
    ['its validity has passed', afterNoon(86_400)],
    ['its validity leaves no time for an attempt', afterNoon(86_400 - 19)],
  ])('expires when %s', async (_, now) => {
    const next = { decision: 'stop', outcome: 'expired', reason: 'validity-passed' } as const
    expect(await decideNext(aRequestedNotification(), planned, allow, routing, now)).toMatchObject({
      notification: { next, outcome: 'expired', reason: 'validity-passed', endedAt: now.toISOString(), kind: 'order' },
      answer: next,
    })
  })
})

describe('a notification that is judged again', () => {
  it('keeps its plan and its text, whatever else is planned now', async () => {
    const replanned = { kind: 'payment', plan: aPlan({ version: 4 }), text: 'Shop: something else.' } as const
    for (const made of [replanned, undefined]) {
      const { notification, text } = await decideNext(aNotification(), made, allow, routing, noon)
      expect(notification).toEqual(aNotification({ next: aSendNext(), policy: [] }))
      expect(text).toBeUndefined()
    }
  })

  it.each(outcomes)('keeps its outcome: %s', async (outcome) => {
    const ended = aNotification({ outcome, reason: 'a-reason', endedAt: atNoon(-60) })
    const next = { decision: 'stop', outcome, reason: 'a-reason' }
    for (const made of [planned, rejected, undefined])
      expect(await decideNext(ended, made, allow, routing, noon)).toEqual({ notification: { ...ended, next }, answer: next })
  })

  it.each([
    ['cancelled', anAttempt({ answer: notSent('throttled', 'too-many-requests') })],
    ['unknown', anAttempt({ closed: true, status: 'accepted', answer: accepted() })],
  ] as const)('stops as %s where it was cancelled after an attempt, whatever else is judged', async (outcome, attempt) => {
    const cancelled = aNotification({ attempts: [attempt], cancelled: aCancellation() })
    const next = { decision: 'stop', outcome, reason: 'cancelled' }
    for (const made of [planned, rejected, undefined])
      expect(await decideNext(cancelled, made, allow, routing, noon)).toEqual({
        notification: { ...cancelled, outcome, reason: 'cancelled', endedAt: atNoon(), next },
        answer: next,
      })
  })

  it('leaves what may still arrive to its wait, where it was cancelled since and this was repeated', async () => {
    const failed = anAttempt({ answer: notSent('route'), closed: true })
    const attempts = [failed, anAttempt({ number: 2, status: 'accepted', answer: accepted() })]
    const next = aSendNext({ attempt: 2 })
    const cancelled = aNotification({ attempts, next, cancelled: aCancellation() })
    const { notification, answer } = await decideNext(cancelled, undefined, allow, routing, noon)
    expect(answer).toEqual(next)
    expect(notification.outcome).toBeUndefined()
  })

  it('has an answer also where its outcome has no reason', async () => {
    const { answer } = await decideNext(aNotification({ outcome: 'unknown' }), undefined, allow, routing, noon)
    expect(answer).toEqual({ decision: 'stop', outcome: 'unknown', reason: 'unknown' })
  })

  it.each([
    ['is not armed yet', []],
    ['is armed since', [anAttempt({ carrier: 'twilio' })]],
  ])(
    'is handed on by the carrier and as the attempt that were decided on where that reply was lost and it %s',
    async (_, attempts) => {
      const next = aSendNext({ carrier: 'twilio' })
      for (const made of [undefined, planned])
        expect((await decideNext(aNotification({ attempts, next }), made, allow, routing, noon)).answer).toEqual(next)
    },
  )

  it('ends where its number is no longer allowed, although it is planned, and keeps its kind', async () => {
    const { outcome, reason } = notAllowed
    const next = { decision: 'stop', outcome, reason } as const
    expect(await decideNext(aNotification({ next: aSendNext() }), notAllowed, allow, routing, noon)).toEqual({
      notification: aNotification({ ...notAllowed, next, endedAt: atNoon() }),
      answer: next,
    })
  })

  it('expires when its validity has passed meanwhile', async () => {
    expect((await decideNext(aNotification(), undefined, allow, routing, afterNoon(86_400))).answer).toMatchObject({
      outcome: 'expired',
    })
  })
})

describe('what must not happen is a fault', () => {
  it('when there is no plan and none was made', async () => {
    await expect(decideNext(aRequestedNotification(), undefined, allow, routing, noon)).rejects.toThrow(
      'shop-order-4711-shipped has no plan',
    )
  })
})

describe('a notification that was held', () => {
  const hold = { decision: 'hold', attempt: 2, carrier: 'twilio', until: atNoon(600) } as const
  const refused = anAttempt({ carrier: 'twilio', answer: notSent('throttled'), closed: true })
  const silent = anAttempt({ status: 'accepted', answer: accepted(), closed: true })

  it('is sent by the carrier and as the attempt that were decided on, whoever is the first of its kind', async () => {
    const held = aNotification({ attempts: [refused], next: hold, passes: 1 })
    const next = aSendNext({ attempt: 2, carrier: 'twilio' })
    for (const made of [undefined, planned])
      expect(await decideNext(held, made, allow, routing, afterNoon(600))).toEqual({
        notification: { ...held, next, policy: [] },
        answer: next,
      })
  })

  it.each([
    ['suppressed', [refused]],
    ['unknown', [silent, { ...refused, number: 2 }]],
  ])('is not sent where its number is no longer allowed: %s', async (outcome, attempts) => {
    const { notification, answer } = await decideNext(
      aNotification({ attempts, next: hold }),
      notAllowed,
      allow,
      routing,
      afterNoon(600),
    )
    expect(answer).toEqual({ decision: 'stop', outcome, reason: 'not-in-only-to' })
    expect(notification).toMatchObject({ outcome, kind: 'order', attempts })
  })

  it('waits no longer than its validity', async () => {
    const held = aNotification({ attempts: [refused], next: hold })
    expect((await decideNext(held, undefined, allow, routing, afterNoon(86_400 - 40))).answer).toMatchObject({ waitSeconds: 40 })
  })

  it.each([
    ['expired', [refused]],
    ['unknown', [silent, refused]],
  ])('ends where its validity passed meanwhile: %s', async (outcome, attempts) => {
    const held = aNotification({ attempts, next: hold })
    const next = { decision: 'stop', outcome, reason: 'validity-passed' }
    const now = afterNoon(86_400 - 19)
    expect(await decideNext(held, undefined, allow, routing, now)).toMatchObject({
      notification: { next, outcome, reason: 'validity-passed', endedAt: now.toISOString() },
      answer: next,
    })
  })

  it.each([
    [
      'recipient',
      'undeliverable',
      [{ ...silent, status: 'undelivered' as const, failure: { class: 'recipient', reason: 'opted-out' } as const }],
    ],
    [
      'request',
      'undeliverable',
      [{ ...silent, status: 'undelivered' as const, failure: { class: 'request', reason: 'opted-out' } as const }, refused],
    ],
    [
      'recipient',
      'unknown',
      [{ ...silent, status: 'undelivered' as const, failure: { class: 'recipient', reason: 'opted-out' } as const }, silent],
    ],
  ])('is not sent where a receipt told meanwhile what nobody can mend: %s, so it is %s', async (_, outcome, attempts) => {
    const held = aNotification({ attempts, next: hold })
    const next = { decision: 'stop', outcome, reason: 'opted-out' } as const
    expect(await decideNext(held, undefined, allow, routing, noon)).toEqual({
      notification: { ...held, next, outcome, reason: 'opted-out', endedAt: atNoon() },
      answer: next,
    })
  })

  it('is not sent where an earlier attempt was delivered meanwhile', async () => {
    const attempts = [{ ...silent, status: 'delivered' as const }, refused]
    const held = aNotification({ attempts, next: hold, outcome: 'delivered', reason: 'receipt' })
    expect((await decideNext(held, undefined, allow, routing, noon)).answer).toEqual({
      decision: 'stop',
      outcome: 'delivered',
      reason: 'receipt',
    })
  })
})

describe('policy', () => {
  const answer = { decision: 'hold', rule: 'schedule', reason: 'scheduled' } as const
  const saying = (verdict: Judgement['verdict']) => async () => ({ verdict, answers: [answer] })
  const first = anAttempt({ status: 'accepted', answer: accepted(), closed: true })

  it('holds a text, and the carrier that was decided on stays', async () => {
    const decided = await decideNext(
      aRequestedNotification(),
      planned,
      saying({ holdUntil: afterNoon(60), reason: 'scheduled' }),
      routing,
      noon,
    )
    expect(decided.answer).toEqual({ decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(60), reason: 'scheduled' })
    expect(decided).toMatchObject({ text: planned.text, notification: { plan: planned.plan, policy: [answer] } })
  })

  it('holds until the whole second, since a Wait knows no other', async () => {
    const decided = await decideNext(
      aRequestedNotification(),
      planned,
      saying({ holdUntil: afterNoon(59.001), reason: 'scheduled' }),
      routing,
      noon,
    )
    expect(decided.answer).toMatchObject({ until: atNoon(60) })
  })

  it.each([
    ['suppressed', []],
    ['unknown', [first]],
  ])('ends a text for good: as %s', async (outcome, attempts) => {
    const ask = saying({ outcome: 'suppressed', reason: 'no-consent' })
    const decided = await decideNext(aNotification({ attempts }), undefined, ask, routing, noon)
    const next = { decision: 'hold', attempt: attempts.length + 1, carrier: 'sns', until: atNoon() } as const
    const later = await decideNext(aNotification({ attempts, next }), undefined, ask, routing, noon)
    for (const { answer: told } of attempts.length === 0 ? [decided, later] : [later])
      expect(told).toEqual({ decision: 'stop', outcome, reason: 'no-consent' })
  })

  it('is not asked of an attempt that was armed since: it is under way', async () => {
    const ask = vi.fn<AskPolicy>()
    await decideNext(aNotification({ attempts: [anAttempt()], next: aSendNext() }), undefined, ask, routing, noon)
    expect(ask).not.toHaveBeenCalled()
  })
})

describe('where operators have drained carriers', () => {
  const steered = (...names: readonly ('sns' | 'twilio')[]) => ({
    ...routing,
    drains: names.map((name) => aDrain(name)),
  })
  const hold = { decision: 'hold', attempt: 2, carrier: 'sns', until: atNoon(600) } as const
  const refused = anAttempt({ answer: notSent('throttled'), closed: true })
  const decide = async (notification: Parameters<typeof decideNext>[0], where = steered('sns')) =>
    (await decideNext(notification, notification.plan ? undefined : planned, allow, where, afterNoon(600))).answer

  it('the first that is not drained sends, and the decision names those that are', async () => {
    const next = aSendNext({ carrier: 'twilio', waitSeconds: 1_800, drained: ['sns'] })
    expect(await decide(aRequestedNotification())).toEqual(next)
    expect(await decide(aRequestedNotification(), steered())).not.toHaveProperty('drained')
  })

  it('where all are, the first sends, and the decision names them', async () => {
    expect(await decide(aRequestedNotification(), steered('sns', 'twilio'))).toMatchObject({
      carrier: 'sns',
      drained: ['sns', 'twilio'],
    })
  })

  it('what was decided to be sent stays, with who was drained then: its attempt may be under way', async () => {
    const next = aSendNext({ carrier: 'sns', drained: ['twilio'] })
    expect(await decide(aNotification({ next }))).toEqual({ ...next })
  })

  it('one that was drained during a hold gives way to one that was not tried, as the same attempt', async () => {
    expect(await decide(aNotification({ next: hold, attempts: [refused] }))).toMatchObject({ attempt: 2, carrier: 'twilio' })
  })

  it('and stays where there is none', async () => {
    const tried = [anAttempt({ carrier: 'twilio', answer: notSent('route'), closed: true }), { ...refused, number: 2 }]
    const answer = await decide(aNotification({ next: { ...hold, attempt: 3 }, attempts: tried }))
    expect(answer).toMatchObject({ attempt: 3, carrier: 'sns', drained: ['sns'] })
  })

  it('what is held names them too, and what was never attempted is chosen for anew', async () => {
    const until = afterNoon(1_200)
    const ask = async () => ({ verdict: { holdUntil: until, reason: 'scheduled' }, answers: [] }) as const
    const { answer } = await decideNext(aNotification(), undefined, ask, steered('sns'), noon)
    expect(answer).toMatchObject({ decision: 'hold', carrier: 'twilio', drained: ['sns'] })
    if (answer.decision !== 'hold') throw new Error('not held')
    expect(await decide(aNotification({ next: answer }), steered())).toMatchObject({ attempt: 1, carrier: 'sns' })
  })
})
