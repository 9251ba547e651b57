import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from '../../../functions/notification/merge.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { type Outcome, outcomes } from '../../../functions/notification/outcome.ts'
import { withAnswer } from '../../../functions/notification/with-answer.ts'
import { StatusDetail, type StatusEvent } from '../../../functions/publish/status-event.ts'
import { statusEvents } from '../../../functions/publish/status-events.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { aCancellation } from '../../builders/an-intervention.ts'
import { anyReceipt } from '../../builders/any-receipt.ts'
import { afterNoon, atNoon } from '../../builders/noon.ts'

const armed = anAttempt()
const first = anAttempt({ status: 'accepted', answer: accepted(), answeredAt: atNoon(2) })
const second = anAttempt({ number: 2, status: 'accepted', answer: accepted('message-2'), answeredAt: atNoon(90) })
const ended = (outcome: Outcome, overrides: Partial<Notification> = {}) =>
  aNotification({ outcome, reason: 'a-reason', endedAt: atNoon(120), ...overrides })
const typesOf = (events: readonly StatusEvent[]) => events.map(({ detailType }) => detailType)

describe('Notification Sent', () => {
  it('is told of an attempt that a carrier accepted', () => {
    const [event, ...others] = statusEvents(aNotification({ attempts: [armed] }), aNotification({ attempts: [first] }))
    expect(others).toEqual([])
    expect(event).toEqual({
      detailType: 'Notification Sent',
      detail: {
        eventId: 'shop-order-4711-shipped/Notification Sent/1',
        notificationId: 'shop-order-4711-shipped',
        kind: 'order',
        template: 'order-shipped@3',
        parts: 1,
        carrier: 'sns',
        attempt: 1,
        secondsToAccept: 2,
        at: atNoon(2),
      },
    })
  })

  it('is told once for each of several', () => {
    const sent = statusEvents(aNotification({ attempts: [first] }), aNotification({ attempts: [first, second] }))
    expect(sent.map(({ detail }) => detail.eventId)).toEqual(['shop-order-4711-shipped/Notification Sent/2'])
  })

  it.each([
    ['that is armed only', {}],
    ['that was not sent', { answer: notSent() }],
    ['of which nobody knows', { answer: unknown() }],
  ])('is not told of an attempt %s', (_, state) => {
    expect(statusEvents(aNotification(), aNotification({ attempts: [anAttempt(state)] }))).toEqual([])
  })

  it('is told of a first image as well, where the changes before it were lost', () => {
    const delivered = aNotification({ attempts: [first], outcome: 'delivered', reason: 'receipt' })
    expect(typesOf(statusEvents(undefined, delivered))).toEqual(['Notification Sent', 'Notification Delivered'])
  })

  it('is not told again by what comes after', () => {
    const later = aNotification({ attempts: [{ ...first, status: 'sent', closed: true }] })
    expect(statusEvents(aNotification({ attempts: [first] }), later)).toEqual([])
  })
})

describe('Notification Held', () => {
  const due = { decision: 'allow', rule: 'schedule', reason: 'due' } as const
  const quiet = { decision: 'hold', rule: 'quiet-hours', reason: 'quiet-hours', until: atNoon(3_600) } as const
  const holding = { decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(3_600), reason: 'quiet-hours' } as const
  const held = (overrides: Partial<Notification> = {}) =>
    aNotification({ next: holding, policy: [due, quiet], attempts: [], ...overrides })

  it('tells what policy waits for, until when, and what every rule said before', () => {
    const eventId = `shop-order-4711-shipped/Notification Held/1/${atNoon(3_600)}`
    const detail = { eventId, reason: 'quiet-hours', until: atNoon(3_600), policy: [due, quiet] }
    expect(statusEvents(aNotification({ attempts: [] }), held())).toMatchObject([{ detailType: 'Notification Held', detail }])
  })

  it('is another one for the next attempt, though it ends at the same instant', () => {
    const again = held({ next: { ...holding, attempt: 2, reason: 'unreachable' } })
    const ids = [held(), again]
      .flatMap((after) => statusEvents(aNotification({ attempts: [] }), after))
      .map(({ detail }) => detail.eventId)
    expect(new Set(ids).size).toBe(2)
  })

  it('is told once for each hold, and no more when it has ended', () => {
    expect(statusEvents(held(), held({ passes: 1 }))).toEqual([])
    const longer = held({ next: { ...holding, until: atNoon(7_200) } })
    expect(statusEvents(held(), longer)).toMatchObject([{ detail: { until: atNoon(7_200) } }])
    expect(typesOf(statusEvents(held(), held({ outcome: 'cancelled' })))).toEqual(['Notification Cancelled'])
  })
})

it('tells from when on what was refused would be allowed', () => {
  const policy = [{ decision: 'stop', rule: 'frequency', reason: 'too-frequent', until: atNoon(600) } as const]
  const [event] = statusEvents(aNotification(), ended('suppressed', { reason: 'too-frequent', policy }))
  expect(event?.detail.until).toBe(atNoon(600))
})

describe('Cancellation Came Late', () => {
  const cancelled = aCancellation({ reason: 'order-withdrawn' })

  it('is told where something may have been sent, of which attempt and why', () => {
    const attempts = [first]
    expect(statusEvents(aNotification({ attempts }), aNotification({ attempts, cancelled }))).toEqual([
      {
        detailType: 'Cancellation Came Late',
        detail: expect.objectContaining({
          eventId: 'shop-order-4711-shipped/Cancellation Came Late/1',
          kind: 'order',
          carrier: 'sns',
          attempt: 1,
          reason: 'order-withdrawn',
          at: atNoon(60),
        }),
      },
    ])
  })

  it('is told once, and not of who cancelled', () => {
    const late = aNotification({ attempts: [first], cancelled: { ...cancelled, by: 'arn:aws:iam::111122223333:user/operator' } })
    expect(typesOf(statusEvents(late, { ...late, outcome: 'unknown', reason: 'cancelled' }))).toEqual(['Notification Unknown'])
    expect(JSON.stringify(statusEvents(aNotification(), late))).not.toMatch(/operator|111122223333/)
  })

  it('is not told of a cancellation that came in time', () => {
    const inTime = ended('cancelled', { cancelled })
    expect(typesOf(statusEvents(aNotification(), inTime))).toEqual(['Notification Cancelled'])
    expect(typesOf(statusEvents(undefined, inTime))).toEqual(['Notification Cancelled'])
  })
})

it('counts the seconds of a text that was put off from when it was due', () => {
  const putOff = { requestedAt: atNoon(-86_400), sendAfter: atNoon() }
  const [sent] = statusEvents(aNotification({ ...putOff, attempts: [armed] }), aNotification({ ...putOff, attempts: [first] }))
  expect(sent?.detail.secondsToAccept).toBe(2)
})

describe('the outcome', () => {
  it.each<[Outcome, string]>([
    ['delivered', 'Notification Delivered'],
    ['accepted', 'Notification Accepted'],
    ['undeliverable', 'Notification Undeliverable'],
    ['expired', 'Notification Expired'],
    ['rejected', 'Notification Rejected'],
    ['suppressed', 'Notification Suppressed'],
    ['cancelled', 'Notification Cancelled'],
    ['unknown', 'Notification Unknown'],
  ])('%s is told once, as %s', (outcome, detailType) => {
    const after = ended(outcome)
    expect(statusEvents(aNotification(), after)).toMatchObject([
      { detailType, detail: { eventId: `shop-order-4711-shipped/${detailType}/1`, reason: 'a-reason', at: atNoon(120) } },
    ])
    expect(statusEvents(after, { ...after, waiting: undefined, passes: 2 })).toEqual([])
  })

  it('tells carrier, evidence, price and times of a delivery', () => {
    const price = { amount: 0.00645, currency: 'USD' }
    const attempts = [{ ...first, status: 'delivered', evidence: 'handset', price, deliveredAt: atNoon(5.5) } as const]
    const [event] = statusEvents(aNotification({ attempts: [first] }), ended('delivered', { attempts }))
    expect(event?.detail).toMatchObject({ carrier: 'sns', attempt: 1, evidence: 'handset', price, secondsToDeliver: 5.5 })
  })

  it('tells why in words, and the class of the failure', () => {
    const attempts = [anAttempt({ answer: notSent('account', 'sandbox') })]
    const after = ended('undeliverable', { attempts, explanation: 'params.eta is missing.' })
    expect(statusEvents(aNotification(), after)[0]?.detail).toMatchObject({
      failureClass: 'account',
      reason: 'a-reason',
      explanation: 'params.eta is missing.',
    })
  })

  it.each([
    ['that arrived, whatever came after it', [{ ...first, status: 'delivered' }, second], 1],
    ['that may have arrived, although a later one failed', [first, anAttempt({ number: 2, answer: notSent() })], 1],
    ['that was last, when all failed', [anAttempt({ answer: notSent() }), anAttempt({ number: 2, answer: notSent() })], 2],
  ] as const)('is told of the attempt %s', (_, attempts, number) => {
    const [event] = statusEvents(aNotification({ attempts: [...attempts] }), ended('unknown', { attempts: [...attempts] }))
    expect(event?.detail.attempt).toBe(number)
  })

  it('tells no seconds to an acceptance that there was none', () => {
    const refused = anAttempt({ answer: notSent(), answeredAt: atNoon(2) })
    const [event] = statusEvents(aNotification(), ended('undeliverable', { attempts: [refused] }))
    expect(event?.detail.secondsToAccept).toBeUndefined()
    expect(event?.detail).toMatchObject({ carrier: 'sns', failureClass: 'account' })
  })

  it('is told of a notification that was rejected before its template was known', () => {
    const rejected = aRequestedNotification({ outcome: 'rejected', reason: 'unknown-template', endedAt: atNoon() })
    const [event] = statusEvents(aRequestedNotification(), rejected)
    expect(StatusDetail.parse(event?.detail)).toEqual({
      eventId: 'shop-order-4711-shipped/Notification Rejected/1',
      notificationId: 'shop-order-4711-shipped',
      template: 'order-shipped',
      reason: 'unknown-template',
      at: atNoon(),
    })
  })

  it('is told with the acceptance when one write brings both', () => {
    expect(typesOf(statusEvents(aNotification({ attempts: [armed] }), ended('unknown', { attempts: [first] })))).toEqual([
      'Notification Sent',
      'Notification Unknown',
    ])
  })

  it.each(outcomes.filter((outcome) => outcome !== 'delivered'))('%s is followed by a late Delivered', (outcome) => {
    const attempts = [{ ...first, status: 'delivered', deliveredAt: atNoon(900) } as const]
    const raised = ended('delivered', { reason: 'receipt', attempts })
    expect(statusEvents(ended(outcome, { attempts: [first] }), raised)).toMatchObject([
      {
        detailType: 'Notification Delivered',
        detail: { eventId: 'shop-order-4711-shipped/Notification Delivered/1', secondsToDeliver: 900 },
      },
    ])
  })
})

/** Every image that a notification had, from the request on. */
const anyHistory = fc
  .tuple(fc.array(anyReceipt, { maxLength: 5 }), fc.constantFrom(accepted(), notSent(), unknown()), fc.nat({ max: 5 }))
  .map(([receipts, answer, place]) => {
    const images = [aRequestedNotification(), aNotification(), aNotification({ attempts: [armed] })]
    const last = () => images.at(-1) ?? aNotification()
    for (const [index, receipt] of receipts.entries()) {
      if (index === place) images.push(withAnswer(last(), 1, answer, afterNoon(3)))
      images.push(merge(last(), 1, receipt, afterNoon(4)))
    }
    if (place >= receipts.length) images.push(withAnswer(last(), 1, answer, afterNoon(3)))
    if (last().outcome === undefined) images.push({ ...last(), outcome: 'unknown', reason: 'no-receipt', endedAt: atNoon(5) })
    return images
  })

const told = (images: readonly Notification[]) => images.flatMap((image, index) => statusEvents(images[index - 1], image))

describe('over a whole history', () => {
  it('every event is told once, each acceptance and the last outcome among them', () => {
    fc.assert(
      fc.property(anyHistory, (images) => {
        const events = told(images)
        const last = images.at(-1)
        expect(new Set(events.map(({ detail }) => detail.eventId)).size).toBe(events.length)
        const acceptances = last?.attempts.filter(({ answer }) => answer?.type === 'accepted') ?? []
        expect(typesOf(events).filter((type) => type === 'Notification Sent')).toHaveLength(acceptances.length)
        const ends = typesOf(events).filter((type) => type !== 'Notification Sent')
        expect(ends).toEqual([last?.outcome === 'delivered' ? 'Notification Delivered' : 'Notification Unknown'])
      }),
    )
  })

  it('a repeated change tells the same, under the same event ids', () => {
    fc.assert(
      fc.property(anyHistory, (images) => {
        expect(told(images)).toEqual(told(images))
      }),
    )
  })

  it('nothing is told but ids, codes, times and cost', () => {
    fc.assert(
      fc.property(anyHistory, (images) => {
        const keptInside = { waiting: { attempt: 1, token: 'a-token' }, plan: aPlan({ country: 'QQ' }) }
        for (const { detail } of told(images.map((image) => ({ ...image, ...keptInside })))) {
          expect(StatusDetail.safeParse(detail).error).toBeUndefined()
          expect(JSON.stringify(detail)).not.toMatch(/a-token|QQ|fingerprint|hash-of|mark-of|message-1/)
        }
      }),
    )
  })
})
