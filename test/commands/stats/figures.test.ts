import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedOf, type Dimension, dimensions } from '../../../commands/stats/counted.ts'
import { describeFigures } from '../../../commands/stats/describe-figures.ts'
import { countsOverTime, figuresOf } from '../../../commands/stats/figures.ts'
import { kinds } from '../../../functions/notification/kinds.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const accepted = { answer: { type: 'accepted', messageId: 'm' } } as const
const price = { amount: 0.01, currency: 'USD' }

/** Twilio lost it, and sns brought it after 30 s, 10 s after its own attempt began. */
const rescued = aNotification({
  plan: aPlan({ parts: 2 }),
  attempts: [
    anAttempt({ carrier: 'twilio', closed: true, status: 'accepted', ...accepted }),
    anAttempt({ number: 2, armedAt: atNoon(20), status: 'delivered', deliveredAt: atNoon(30), price, ...accepted }),
  ],
  outcome: 'delivered',
})

const groups = (notifications: Parameters<typeof countedOf>[0], by: readonly Dimension[]) =>
  figuresOf(countedOf(notifications, by), by)

describe('figures of notifications', () => {
  it('count a rescued one once, as delivered, from when it was due, with the parts and money of both attempts', () => {
    expect(groups([rescued], ['kind', 'country'])).toEqual([
      {
        group: { kind: 'order', country: 'US' },
        count: 1,
        fates: { delivered: 1, accepted: 0, failed: 0, unknown: 0, withheld: 0, 'under way': 0 },
        deliveredShare: 1,
        secondsToDeliver: { median: 30, p95: 30 },
        parts: 4,
        usd: 0.01,
      },
    ])
  })

  it('leave out of the share what was withheld, only accepted or is under way', () => {
    const of = (outcome?: (typeof outcomes)[number]) => aNotification(outcome ? { outcome } : {})
    const ended = [of('delivered'), of('undeliverable'), of('suppressed'), of('rejected'), of('accepted')]
    const [figures] = groups([...ended, of()], [])
    expect(figures).toMatchObject({ count: 6, deliveredShare: 0.5, fates: { withheld: 2, accepted: 1, 'under way': 1 } })
    expect(groups([of()], [])[0]?.deliveredShare).toBeUndefined()
  })

  it('tell the median and the slowest twentieth', () => {
    const after = (seconds: number) =>
      aNotification({ outcome: 'delivered', attempts: [anAttempt({ status: 'delivered', deliveredAt: atNoon(seconds) })] })
    const hundred = Array.from({ length: 100 }, (_, index) => after(index + 1))
    expect(groups(hundred, [])[0]?.secondsToDeliver).toEqual({ median: 50, p95: 95 })
  })
})

describe('figures by carrier', () => {
  it('count attempts, so that one that lost a text is seen although another brought it', () => {
    expect(groups([rescued], ['carrier'])).toMatchObject([
      { group: { carrier: 'twilio' }, count: 1, fates: { unknown: 1 }, deliveredShare: 0, parts: 2 },
      { group: { carrier: 'sns' }, count: 1, fates: { delivered: 1 }, secondsToDeliver: { median: 10, p95: 10 }, parts: 2 },
    ])
  })

  it('count a refusal as failed, and what is waited for as under way', () => {
    const refused = anAttempt({ answer: { type: 'notSent', failure: { class: 'route', reason: 'unreachable' } }, closed: true })
    const [figures] = groups([aNotification({ attempts: [refused, anAttempt({ number: 2 })] })], ['carrier'])
    expect(figures).toMatchObject({ count: 2, fates: { failed: 1, 'under way': 1 }, parts: 0, usd: undefined })
  })
})

it('counts what a carrier took as accepted where nobody waits for its receipt', () => {
  const advert = aNotification({ kind: 'marketing', outcome: 'accepted', attempts: [anAttempt({ closed: true, ...accepted })] })
  expect(groups([advert], ['carrier'])).toMatchObject([{ fates: { accepted: 1, unknown: 0 } }])
})

it('has everything in one group and one fate, however it is told apart', () => {
  const anyNotification = fc
    .record({
      kind: fc.constantFrom(...kinds),
      outcome: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
      attempts: fc.nat(3),
    })
    .map(({ kind, outcome, attempts }) =>
      aNotification({
        kind,
        outcome,
        attempts: Array.from({ length: attempts }, (_, index) => anAttempt({ number: index + 1 })),
      }),
    )
  fc.assert(
    fc.property(fc.array(anyNotification), fc.subarray([...dimensions]), (notifications, by) => {
      const counted = countedOf(notifications, by)
      const figures = figuresOf(counted, by)
      expect(figures.reduce((total, { count }) => total + count, 0)).toBe(counted.length)
      for (const { count, fates } of figures) expect(Object.values(fates).reduce((total, many) => total + many, 0)).toBe(count)
      const overTime = countsOverTime(counted, noon, afterNoon(60), 7)
      expect(overTime.reduce((total, many) => total + many, 0)).toBe(counted.length)
    }),
  )
})

it('counts over time in equal pieces', () => {
  const at = (seconds: number) => aNotification({ requestedAt: atNoon(seconds) })
  expect(countsOverTime(countedOf([at(0), at(9), at(10), at(39)], []), noon, afterNoon(40), 4)).toEqual([2, 1, 0, 1])
})

it('writes for each group its figures and what became of how many, under the names of the columns', () => {
  expect(describeFigures(groups([rescued, aNotification({ kind: 'payment' })], ['kind']), ['kind'])).toEqual([
    'kind     all  arrived           p50 s  p95 s  parts   USD',
    'order      1  ██████████ 100 %   30.0   30.0      4  0.01',
    '  1 delivered',
    'payment    1  -                     -      -      0     -',
    '  1 under way',
  ])
})
