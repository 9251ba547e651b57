import { describe, expect, it } from 'vitest'
import { industryKinds } from '../../../functions/notification/kinds.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { decideNext, type Routing } from '../../../functions/validate/decide-next.ts'
import type { Planned, Refused } from '../../../functions/validate/make-plan.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const everyKind = { verification: ['sns'], order: ['sns'], payment: ['sns'], logistics: ['sns'], membership: ['sns'] } as const
const routing: Routing = { carriers: everyKind, waits: { receiptSeconds: { sns: 80 }, byKind: {}, shortest: 20 } }
const planned: Planned = { kind: 'order', plan: aPlan(), text: 'Shop: hello.' }
const rejected: Refused = {
  outcome: 'rejected',
  reason: 'invalid-parameters',
  explanation: 'params.eta is missing.',
  kind: 'order',
}

describe('a notification that is judged for the first time', () => {
  it('is sent by the first carrier of its kind, with plan, text and decision kept', () => {
    expect(decideNext(aRequestedNotification(), planned, routing, noon)).toEqual({
      notification: aNotification({ next: aSendNext() }),
      text: 'Shop: hello.',
      answer: aSendNext(),
    })
  })

  it.each(industryKinds)('waits for the receipt as its kind does: %s', (kind) => {
    const waitSeconds = { verification: 80, payment: 600, order: 1_800, logistics: 1_800, membership: 1_800 }[kind]
    expect(decideNext(aRequestedNotification(), { ...planned, kind }, routing, noon).answer).toEqual(aSendNext({ waitSeconds }))
  })

  it('ends with the outcome that it deserves', () => {
    const next = { decision: 'stop', outcome: 'rejected', reason: 'invalid-parameters' } as const
    expect(decideNext(aRequestedNotification(), rejected, routing, noon)).toEqual({
      notification: aRequestedNotification({ ...rejected, next, endedAt: atNoon() }),
      answer: next,
    })
  })

  it.each([
    ['its validity has passed', afterNoon(86_400)],
    ['its validity leaves no time for an attempt', afterNoon(86_400 - 19)],
  ])('expires when %s', (_, now) => {
    const next = { decision: 'stop', outcome: 'expired', reason: 'validity-passed' } as const
    expect(decideNext(aRequestedNotification(), planned, routing, now)).toMatchObject({
      notification: { next, outcome: 'expired', reason: 'validity-passed', endedAt: now.toISOString(), kind: 'order' },
      answer: next,
    })
  })
})

describe('a notification that is judged again', () => {
  it('keeps its plan and its text, whatever is made of its request now', () => {
    const replanned = { kind: 'payment', plan: aPlan({ version: 4 }), text: 'Shop: something else.' } as const
    for (const made of [replanned, rejected, undefined]) {
      const { notification, text } = decideNext(aNotification(), made, routing, noon)
      expect(notification).toEqual(aNotification({ next: aSendNext() }))
      expect(text).toBeUndefined()
    }
  })

  it.each(outcomes)('keeps its outcome: %s', (outcome) => {
    const ended = aNotification({ outcome, reason: 'a-reason', endedAt: atNoon(-60) })
    const next = { decision: 'stop', outcome, reason: 'a-reason' }
    for (const made of [planned, rejected, undefined])
      expect(decideNext(ended, made, routing, noon)).toEqual({ notification: { ...ended, next }, answer: next })
  })

  it('has an answer also where its outcome has no reason', () => {
    const { answer } = decideNext(aNotification({ outcome: 'unknown' }), undefined, routing, noon)
    expect(answer).toEqual({ decision: 'stop', outcome: 'unknown', reason: 'unknown' })
  })

  it('is handed on as the next attempt, counted from those armed so far', () => {
    const attempted = aNotification({ attempts: [anAttempt({ closed: true })] })
    expect(decideNext(attempted, undefined, routing, noon).answer).toEqual(aSendNext({ attempt: 2 }))
  })

  it('expires when its validity has passed meanwhile', () => {
    expect(decideNext(aNotification(), undefined, routing, afterNoon(86_400)).answer).toMatchObject({ outcome: 'expired' })
  })
})

describe('what must not happen is a fault', () => {
  it('when there is no plan and none was made', () => {
    expect(() => decideNext(aRequestedNotification(), undefined, routing, noon)).toThrow('shop-order-4711-shipped has no plan')
  })

  it('when a kind has no carrier', () => {
    const none = { ...routing, carriers: { ...everyKind, order: [] } }
    expect(() => decideNext(aNotification(), undefined, none, noon)).toThrow('order has no carrier')
  })
})
