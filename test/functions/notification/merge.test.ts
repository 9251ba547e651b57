import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attemptStatuses } from '../../../functions/notification/attempt.ts'
import { merge } from '../../../functions/notification/merge.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import type { Receipt } from '../../../functions/notification/receipt.ts'
import { withAnswer } from '../../../functions/notification/with-answer.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aFailureReceipt, aReceipt } from '../../builders/a-receipt.ts'
import { accepted } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { anyReceipt } from '../../builders/any-receipt.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

/** A receipt and the number of the attempt that it is about. */
type Statement = readonly [number, Receipt]

const attempts = [anAttempt({ closed: true }), anAttempt({ number: 2 })]
const anyStatements = fc.array(fc.tuple(fc.constantFrom(1, 2), anyReceipt), { minLength: 1, maxLength: 6 })
const anyNotification = fc.constantFrom(undefined, ...outcomes.filter((outcome) => outcome !== 'delivered')).map((outcome) => {
  const ending = outcome && { outcome, reason: 'before', endedAt: atNoon(-60) }
  return aNotification({ attempts, ...ending })
})

const mergeAll = (notification: Notification, statements: readonly Statement[]) =>
  statements.reduce((merged, [number, receipt]) => merge(merged, number, receipt, noon), notification)

const attemptAfter = (...receipts: Receipt[]) =>
  mergeAll(
    aNotification({ attempts }),
    receipts.map((receipt) => [2, receipt]),
  ).attempts[1]

it('comes to the same whatever the order, repetition or contradiction of receipts', () => {
  const anyTwoHistories = anyStatements.chain((statements) => {
    const inAnyOrder = fc.shuffledSubarray(statements, { minLength: statements.length })
    const repeated = fc.array(fc.constantFrom(...statements), { maxLength: 4 })
    return fc.tuple(fc.constant(statements), fc.tuple(inAnyOrder, repeated))
  })
  fc.assert(
    fc.property(anyNotification, anyTwoHistories, (notification, [statements, [inAnyOrder, repeated]]) => {
      expect(mergeAll(notification, [...inAnyOrder, ...repeated])).toEqual(mergeAll(notification, statements))
    }),
  )
})

it('comes to the same whether the carrier answers before, between or after its receipts', () => {
  fc.assert(
    fc.property(anyNotification, anyStatements, fc.nat({ max: 6 }), (notification, statements, place) => {
      const between = mergeAll(notification, statements.slice(0, place))
      const answered = mergeAll(withAnswer(between, 2, accepted(), noon), statements.slice(place))
      expect(answered).toEqual(mergeAll(withAnswer(notification, 2, accepted(), noon), statements))
    }),
  )
})

it('changes nothing at all when the receipts say nothing new', () => {
  fc.assert(
    fc.property(anyNotification, anyStatements, (notification, statements) => {
      const merged = mergeAll(notification, statements)
      expect(mergeAll(merged, statements)).toBe(merged)
    }),
  )
})

it('only ever raises an attempt, to the highest that was said of it', () => {
  const rank = (status: (typeof attemptStatuses)[number]) => attemptStatuses.indexOf(status)
  fc.assert(
    fc.property(anyNotification, anyStatements, (notification, statements) => {
      for (const { number, status } of mergeAll(notification, statements).attempts) {
        const said = statements.filter(([about]) => about === number).map(([, receipt]) => rank(receipt.status))
        expect(rank(status)).toBe(Math.max(rank('armed'), ...said))
      }
    }),
  )
})

it('never loses a delivery: it ends the notification as delivered, also over every other outcome', () => {
  fc.assert(
    fc.property(anyNotification, anyStatements, (notification, statements) => {
      const { outcome, reason, endedAt } = mergeAll(notification, statements)
      const delivered = statements.some(([, { status }]) => status === 'delivered')
      const raised = { outcome: 'delivered', reason: 'receipt', endedAt: atNoon() }
      expect({ outcome, reason, endedAt }).toEqual(
        delivered ? raised : { outcome: notification.outcome, reason: notification.reason, endedAt: notification.endedAt },
      )
    }),
  )
})

it('leaves the other attempts as they are', () => {
  const merged = merge(aNotification({ attempts }), 2, aReceipt(), noon)
  expect(merged.attempts[0]).toBe(attempts[0])
})

it('keeps why a text was not delivered, also when it was at last', () => {
  expect(attemptAfter(aReceipt(), aFailureReceipt())).toMatchObject({
    status: 'delivered',
    failure: { class: 'absent', reason: 'unreachable' },
  })
})

it.each<[string, Partial<Receipt>[], object]>([
  ["takes the handset's word over the network's", [{ evidence: 'handset' }, { evidence: 'network' }], { evidence: 'handset' }],
  ['keeps the most parts that were billed', [{ parts: 3 }, { parts: 2 }, {}], { parts: 3 }],
  [
    'keeps the highest price that was told',
    [{ price: { amount: 0.02, currency: 'USD' } }, { price: { amount: 0.01, currency: 'USD' } }, {}],
    { price: { amount: 0.02, currency: 'USD' } },
  ],
  [
    'keeps the currency that is last in the alphabet of two equal amounts',
    [{ price: { amount: 0.02, currency: 'USD' } }, { price: { amount: 0.02, currency: 'EUR' } }],
    { price: { amount: 0.02, currency: 'USD' } },
  ],
])('%s', (_, receipts, kept) => {
  const said = receipts.map((overrides) => aReceipt(overrides))
  expect(attemptAfter(...said)).toMatchObject(kept)
  expect(attemptAfter(...said.toReversed())).toMatchObject(kept)
})

it('dates no text that is only on its way, or that did not arrive', () => {
  expect(attemptAfter(aReceipt({ status: 'sent' }))?.deliveredAt).toBeUndefined()
  expect(attemptAfter(aFailureReceipt())?.deliveredAt).toBeUndefined()
})

it('dates a delivery by the first receipt that told of it', () => {
  const delivered = merge(aNotification({ attempts }), 1, aReceipt({ evidence: 'network' }), noon)
  const repeated = merge(delivered, 1, aReceipt(), afterNoon(600))
  expect(repeated).toMatchObject({ attempts: [{ evidence: 'handset', deliveredAt: atNoon() }, {}], endedAt: atNoon() })
})

it('is a fault for an attempt that was never armed', () => {
  expect(() => merge(aNotification({ attempts }), 3, aReceipt(), noon)).toThrow('shop-order-4711-shipped has no attempt 3')
})
