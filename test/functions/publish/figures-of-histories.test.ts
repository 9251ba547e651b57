import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attempt, failureOf, isDelivered, isUnresolved } from '../../../functions/notification/attempt.ts'
import { failureClasses } from '../../../functions/notification/failure.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { countedFigures, type StatusMetric } from '../../../functions/publish/status-metric.ts'
import { statusMetrics } from '../../../functions/publish/status-metrics.ts'
import { anyHistory } from '../../builders/any-history.ts'

/** What a whole history emits, change by change. */
const emitted = (history: readonly Notification[]) => history.flatMap((after, index) => statusMetrics(history[index - 1], after))

/** What a figure comes to, in all series that have these dimensions. */
const sumOf = (metrics: readonly StatusMetric[], name: StatusMetric['name'], dimensions: Record<string, string> = {}) =>
  metrics
    .filter((metric) => metric.name === name)
    .filter((metric) => Object.entries(dimensions).every(([key, value]) => metric.dimensions[key] === value))
    .reduce((sum, { value }) => sum + value, 0)

/** Several notifications, each at any point of its life. */
const population = fc.array(anyHistory, { minLength: 1, maxLength: 6 })
const lastOf = (histories: readonly (readonly Notification[])[]) => histories.flatMap((history) => history.slice(-1))

const isCounted = (metric: StatusMetric) => countedFigures.some((name) => name === metric.name)

/** What lies in the series of counted figures: those that came back to nothing are as good as never begun. */
const series = (metrics: readonly StatusMetric[]) => {
  const sums = new Map<string, number>()
  for (const { name, dimensions, value } of metrics.filter(isCounted)) {
    const key = `${name} ${JSON.stringify(dimensions)}`
    sums.set(key, (sums.get(key) ?? 0) + value)
  }
  return Object.fromEntries([...sums].filter(([, value]) => value !== 0))
}

const holds = (law: (metrics: readonly StatusMetric[], now: readonly Notification[]) => void) =>
  fc.assert(
    fc.property(population, (histories) => law(histories.flatMap(emitted), lastOf(histories))),
    { numRuns: 300 }, // so that none misses what is rare, such as a fallback after an unknown answer
  )

describe('the figures of whole histories', () => {
  it('say as many requests as there are outcomes and notifications in flight, by kind', () => {
    holds((metrics, now) => {
      for (const kind of ['none', 'verification', 'order', 'payment', 'logistics', 'membership', 'marketing']) {
        const inFlight = now.filter((one) => one.kind === kind && one.outcome === undefined).length
        expect(sumOf(metrics, 'Requested', { kind })).toBe(sumOf(metrics, 'Ended', { kind }) + inFlight)
      }
    })
  })

  it('say of each outcome how many notifications have it now, also where a receipt raised another', () => {
    holds((metrics, now) => {
      for (const outcome of new Set(now.map((one) => one.outcome ?? 'delivered')))
        expect(sumOf(metrics, 'Ended', { outcome })).toBe(now.filter((one) => one.outcome === outcome).length)
    })
  })

  it('say how many attempts there were, how many arrived, failed, and were fallen back from', () => {
    holds((metrics, now) => {
      const attempts = now.flatMap((one) => one.attempts)
      const changes = now.flatMap((one) =>
        one.attempts.filter(({ carrier }, n) => n > 0 && one.attempts[n - 1]?.carrier !== carrier),
      )
      expect(sumOf(metrics, 'Attempts')).toBe(attempts.length)
      expect(sumOf(metrics, 'Accepted')).toBe(attempts.filter(({ answer }) => answer?.type === 'accepted').length)
      expect(sumOf(metrics, 'Delivered')).toBe(attempts.filter(isDelivered).length)
      expect(sumOf(metrics, 'Undelivered')).toBe(attempts.filter(failureOf).length)
      expect(sumOf(metrics, 'FellBack')).toBe(changes.length)
    })
  })

  it('say of each fallback what it came from: a class of failure, no answer or no receipt', () => {
    holds((metrics, now) => {
      const left = now.flatMap(({ attempts }) =>
        attempts.filter(({ carrier }, index) => attempts[index + 1] && attempts[index + 1]?.carrier !== carrier),
      )
      const silent = left.filter((attempt) => !failureOf(attempt) && !isUnresolved(attempt))
      expect(sumOf(metrics, 'FellBack', { cause: 'silent' })).toBe(silent.length)
      expect(sumOf(metrics, 'FellBack', { cause: 'unknown' })).toBe(left.filter(isUnresolved).length)
      for (const failureClass of failureClasses)
        expect(sumOf(metrics, 'FellBack', { cause: failureClass })).toBe(
          left.filter((attempt) => failureOf(attempt)?.class === failureClass).length,
        )
    })
  })

  it('say how many parts the carriers took', () => {
    holds((metrics, now) => {
      const byReceipt = ({ status, evidence }: Attempt) =>
        status === 'sent' || status === 'undelivered' || (status === 'delivered' && evidence !== 'recipient')
      const parts = now.flatMap(({ plan, attempts }) =>
        attempts
          .filter((attempt) => attempt.answer?.type === 'accepted' || byReceipt(attempt))
          .map((attempt) => attempt.parts ?? plan?.parts ?? 0),
      )
      expect(sumOf(metrics, 'Parts')).toBe(parts.reduce((sum, one) => sum + one, 0))
    })
  })

  it('say how often somebody was texted more than once', () => {
    holds((metrics, now) => {
      const tooMany = now.map(({ attempts }) => Math.max(0, attempts.filter(isDelivered).length - 1))
      expect(sumOf(metrics, 'Duplicate')).toBe(tooMany.reduce((sum, one) => sum + one, 0))
    })
  })

  it('time a notification once, whoever takes or delivers it', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const name of ['SecondsToAccept', 'SecondsToDeliver', 'SecondsToReceipt'])
          expect(emitted(history).filter((metric) => metric.name === name).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('come to the same where changes are lost in between, since the next image tells of them', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const [first, last] = [history[0], history.at(-1)]
        if (first === undefined || last === undefined || first === last) return
        expect(series(emitted([first, last]))).toEqual(series(emitted(history)))
      }),
    )
  })

  it('name nothing but kinds, carriers and codes', () => {
    holds((metrics) => {
      const named = new Set(metrics.flatMap(({ dimensions }) => Object.keys(dimensions)))
      const known = ['kind', 'carrier', 'outcome', 'evidence', 'class', 'cause', 'code']
      expect([...named].filter((name) => !known.includes(name))).toEqual([])
    })
  })
})
