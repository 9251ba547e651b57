import { describe, expect, it } from 'vitest'
import { awaited, held, sent, stopped } from '../../../functions/notification/decided.ts'
import { kinds } from '../../../functions/notification/kinds.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aRouting } from '../../builders/a-routing.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { accepted, notSent } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const routing = aRouting()
const refused = anAttempt({ answer: notSent() })
const silent = anAttempt({ status: 'accepted', answer: accepted(), closed: true })

describe('the decision to stop', () => {
  const ending = { outcome: 'undeliverable', reason: 'spam' } as const

  it('ends the notification and tells the workflow the same', () => {
    const answer = { decision: 'stop', ...ending } as const
    const notification = aNotification({ ...ending, next: answer, endedAt: atNoon() })
    expect(stopped(aNotification(), ending, noon)).toEqual({ notification, answer })
  })

  it.each(outcomes)('leaves the outcome %s, and that is what the workflow is told', (outcome) => {
    const ended = aNotification({ outcome, reason: 'before', endedAt: atNoon(-60) })
    const answer = { decision: 'stop', outcome, reason: 'before' }
    expect(stopped(ended, ending, noon)).toEqual({ notification: { ...ended, next: answer }, answer })
  })

  it('gives way to a delivery', () => {
    const delivered = aNotification({ attempts: [anAttempt({ status: 'delivered' })] })
    expect(stopped(delivered, ending, noon).answer).toEqual({ decision: 'stop', outcome: 'delivered', reason: 'receipt' })
  })
})

describe('the decision to hold', () => {
  it.each([0, 1, 2])('names carrier, instant and the number of the next attempt, after %i attempts', (count) => {
    const attempts = Array.from({ length: count }, (_, index) => anAttempt({ number: index + 1 }))
    const answer = { decision: 'hold', attempt: count + 1, carrier: 'twilio', until: atNoon(600), reason: 'quiet-hours' }
    const before = aNotification({ attempts })
    expect(held(before, 'twilio', afterNoon(600), 'quiet-hours')).toEqual({ notification: { ...before, next: answer }, answer })
  })
})

describe('the decision to hold again what has waited', () => {
  const waited = (until: string) => aNotification({ next: { decision: 'hold', attempt: 1, carrier: 'sns', until } })

  it('for no longer is a minute more: a clock behind the others would ask at once, and again', () => {
    expect(held(waited(atNoon(600)), 'sns', afterNoon(600)).answer).toMatchObject({ until: atNoon(660) })
    expect(held(waited(atNoon(600)), 'sns', afterNoon(599)).answer).toMatchObject({ until: atNoon(660) })
  })

  it('for longer is as it is said', () => {
    expect(held(waited(atNoon(600)), 'sns', afterNoon(601)).answer).toMatchObject({ until: atNoon(601) })
  })
})

describe('the decision to send', () => {
  it.each(kinds)('waits as kind and carrier do: %s', (kind) => {
    const notice = { verification: 25, payment: 600, order: 1_800, logistics: 1_800, membership: 1_800, marketing: 20 }
    const answer = aSendNext({
      attempt: 2,
      carrier: 'twilio',
      waitSeconds: notice[kind],
      awaitReceipt: kind !== 'marketing',
    })
    const before = aNotification({ kind, attempts: [refused] })
    expect(sent(before, 'twilio', routing, noon)).toEqual({ notification: { ...before, next: answer }, answer })
  })

  it.each([
    ['expired', [refused]],
    ['unknown', [silent, refused]],
  ])('becomes the end where the validity leaves no time: %s', (outcome, attempts) => {
    const { notification, answer } = sent(aNotification({ attempts }), 'sns', routing, afterNoon(86_400 - 19))
    expect(answer).toEqual({ decision: 'stop', outcome, reason: 'validity-passed' })
    expect(notification).toMatchObject({ outcome, reason: 'validity-passed', next: answer })
  })

  it('keeps the number that was decided before, although that attempt may be armed since', () => {
    const before = aNotification({ attempts: [refused] })
    expect(sent(before, 'sns', routing, noon, 1).answer).toEqual(aSendNext())
  })

  it('is a fault before there is a plan', () => {
    expect(() => sent(aRequestedNotification(), 'sns', routing, noon)).toThrow('shop-order-4711-shipped has no plan')
    expect(() => sent(aNotification({ plan: undefined }), 'sns', routing, noon)).toThrow('shop-order-4711-shipped has no plan')
  })

  it('awaits no receipt of an attempt whose kind a deployment lets end by its acceptance, and awaits it otherwise', () => {
    const awaiting = aRouting({}, { marketing: { awaitsReceipt: true, receiptWaitSeconds: 300 } })
    const before = aNotification({ kind: 'marketing' })
    expect(sent(before, 'sns', awaiting, noon).answer).toEqual(aSendNext({ waitSeconds: 300 }))
    expect(sent(before, 'sns', routing, noon).answer).toEqual(aSendNext({ waitSeconds: 20, awaitReceipt: false }))
  })
})

it('the decision to wait on names the attempt that is armed, and what is left of its wait', () => {
  const attempt = anAttempt({ number: 2, carrier: 'twilio' })
  const before = aNotification({ attempts: [refused, attempt], waiting: { attempt: 2, token: 'token' } })
  const answer = aSendNext({ attempt: 2, carrier: 'twilio', waitSeconds: 42 })
  expect(awaited(before, attempt, 42)).toEqual({ notification: { ...before, next: answer }, answer })
})

it.each([true, false])('the decision to wait on awaits a receipt as the attempt was armed to: %s', (awaitReceipt) => {
  const attempt = anAttempt()
  const before = aNotification({ attempts: [attempt], next: aSendNext({ awaitReceipt }) })
  expect(awaited(before, attempt, 9).answer).toEqual(aSendNext({ waitSeconds: 9, awaitReceipt }))
})
