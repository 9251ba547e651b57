import fc from 'fast-check'
import { getCountries } from 'libphonenumber-js/max'
import { expect, it } from 'vitest'
import { judgeQuietHours, type QuietFacts } from '../../../../functions/policy/judge-quiet-hours.ts'
import { type QuietTimes, weekdays } from '../../../../functions/policy/quiet/quiet-hours.ts'
import { zonesOf } from '../../../../functions/policy/quiet/zones-of.ts'
import { isQuietSomewhere, turns, wallClock } from './wall-clock.ts'

const minute = 60_000
const hour = 60 * minute

/** Most clocks are turned between 23:00 and 04:00, so most hours begin or end there. */
const anyTime = fc.oneof(
  fc.constantFrom('21:00', '08:00', '00:00', '01:00', '02:00', '02:15', '02:30', '03:00', '23:00', '23:30', '23:59', '00:01'),
  fc.integer({ min: 0, max: 1_439 }).map((of) => new Date(of * minute).toISOString().slice(11, 16)),
)
const anyDays = fc.option(fc.subarray([...weekdays], { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 2 })
/** Days on which many clocks are turned. */
const anyHolidays = fc.option(fc.constant<string[]>(['2026-03-29', '2026-04-05', '2026-10-25', '2026-11-01']), {
  nil: undefined,
  freq: 2,
})
const anyTimes: fc.Arbitrary<QuietTimes> = fc
  .record({ from: anyTime, to: anyTime, quietDays: anyDays, holidays: anyHolidays })
  .filter(({ from, to }) => from !== to)

/** What must hold of every answer, by what Intl says that the clocks of the zones show. */
const check = (facts: QuietFacts, now: number) => {
  const times = facts.quietHours.default
  const zones = zonesOf(facts.country, facts.timeZone)
  const isQuiet = (ms: number) => isQuietSomewhere(ms, zones, times)
  const { decision, until } = judgeQuietHours(facts, new Date(now))
  expect(decision).toBe(isQuiet(now) ? 'hold' : 'allow')
  if (decision === 'allow') return
  const end = until === undefined ? now + 14 * 24 * hour : Date.parse(until)
  for (let ms = now; ms < end; ms += 5 * minute)
    if (!isQuiet(ms)) expect.fail(`it may be sent at ${new Date(ms).toISOString()} already`)
  if (until === undefined) return
  expect(isQuiet(end)).toBe(false)
  expect(isQuiet(end - minute)).toBe(true)
  expect(judgeQuietHours(facts, new Date(end)).decision).toBe('allow')
  expect(judgeQuietHours(facts, new Date(end - minute)).decision).toBe('hold')
}

const keeping = (times: QuietTimes) => ({ keepsQuietHours: true, quietHours: { default: times, countries: {} } })

const zones = Intl.supportedValuesOf('timeZone')
/** Every turn of two years in every zone; one instant of those whose clocks nobody turns. */
const moments = zones.flatMap((timeZone) => {
  const found = turns(timeZone, 2026, 2028)
  return (found.length > 0 ? found : [Date.UTC(2026, 2, 29)]).map((turn) => ({ timeZone, turn }))
})

it('knows when the clocks are turned', () => {
  expect(turns('Europe/Berlin', 2026, 2028).map((turn) => wallClock(turn, 'Europe/Berlin'))).toEqual([
    '2026-03-29 03:00',
    '2026-10-25 02:00',
    '2027-03-28 03:00',
    '2027-10-31 02:00',
  ])
  expect(new Set(moments.map(({ timeZone }) => timeZone)).size).toBe(zones.length)
  expect(moments.length).toBeGreaterThan(600)
})

it('holds through every quiet hour and no other, around every turn of the clocks in every zone', () => {
  const anyDistance = fc.integer({ min: -30 * 60, max: 12 * 60 })
  for (const moment of moments)
    fc.assert(
      fc.property(fc.constant(moment), anyTimes, anyDistance, ({ timeZone, turn }, times, minutes) => {
        check({ ...keeping(times), country: 'US', timeZone }, turn + minutes * minute)
      }),
      { numRuns: 2 },
    )
})

it('holds through the usual night of every zone in which the clocks are turned', () => {
  const facts = keeping({ from: '21:00', to: '08:00' })
  for (const { timeZone, turn } of moments) check({ ...facts, country: 'US', timeZone }, turn - 6 * hour)
})

it('holds until it is right in every zone of a country, whichever it is', () => {
  const countries = getCountries().filter((country) => zonesOf(country).length > 0)
  const several = countries.filter((country) => zonesOf(country).length > 1)
  const anyCountry = fc.oneof(fc.constantFrom(...several), fc.constantFrom(...countries))
  const anyMoment = fc.integer({ min: Date.UTC(2026, 0) / minute, max: Date.UTC(2028, 0) / minute }).map((of) => of * minute)
  const night = fc.constant<QuietTimes>({ from: '21:00', to: '08:00' })
  fc.assert(
    fc.property(anyCountry, anyMoment, fc.oneof(night, anyTimes), (country, now, times) => {
      check({ ...keeping(times), country }, now)
    }),
    { numRuns: 100 },
  )
})
