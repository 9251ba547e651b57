import fc from 'fast-check'
import { expect, it } from 'vitest'
import { date } from '../../../../functions/template/values/date.ts'
import { dateTime } from '../../../../functions/template/values/date-time.ts'
import type { SlotOf } from '../../../../functions/template/values/rules.ts'
import { time } from '../../../../functions/template/values/time.ts'

const zone = 'Europe/Berlin'
const day: SlotOf<'date'> = { type: 'date', example: '2026-11-24' }
const hour: SlotOf<'time'> = { type: 'time', example: '14:00' }
const moment: SlotOf<'date-time'> = { type: 'date-time', zone, example: '2026-11-24T13:00:00Z' }

it.each([
  ['2026-11-24', 'en', 'Nov 24, 2026'],
  ['2026-11-24', 'de', '24.11.2026'],
  ['2028-02-29', 'el', '29 Φεβ 2028'],
])('tells the day %s in %s as %s', (value, locale, told) => {
  expect(date.judge(day, value)).toBeUndefined()
  expect(date.format(day, value, locale, 'en')).toBe(told)
})

it('tells the day that it is in a zone', () => {
  expect(date.format({ ...day, zone }, '2026-11-24T23:30:00Z', 'de', 'en')).toBe('25.11.2026')
  expect(date.format({ ...day, zone }, '2026-11-24T23:30:00+01:00', 'de', 'en')).toBe('24.11.2026')
})

it.each([
  ['14:00', 'en', '2:00 PM'],
  ['14:00', 'de', '14:00'],
  ['00:05', 'en-GB', '00:05'],
])('tells the time %s in %s as %s', (value, locale, told) => {
  expect(time.judge(hour, value)).toBeUndefined()
  expect(time.format(hour, value, locale, 'en')).toBe(told)
})

it('tells the time that it is in a zone, summer time or not', () => {
  expect(time.format({ ...hour, zone }, '2026-11-24T13:00:00Z', 'de', 'en')).toBe('14:00')
  expect(time.format({ ...hour, zone }, '2026-07-24T13:00:00Z', 'de', 'en')).toBe('15:00')
})

it.each([
  ['2026-11-24T13:00:00Z', 'de', '24.11.2026, 14:00'],
  ['2026-11-24T13:00Z', 'en', 'Nov 24, 2026, 2:00 PM'],
  ['2026-11-24T13:00:59.123-05:30', 'de', '24.11.2026, 19:30'],
])('tells the instant %s in %s as %s', (value, locale, told) => {
  expect(dateTime.judge(moment, value)).toBeUndefined()
  expect(dateTime.format(moment, value, locale, 'en')).toBe(told)
})

it.each<[string, unknown[]]>([
  ['', [20_261_124, null, '', '24.11.2026', '2026-1-24', '2026-11-24 ', '2026-11-24T00:00:00Z']],
  [
    'that is in no calendar',
    ['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-11-00', '2026-04-31', '1582-01-01', '0000-01-01'],
  ],
  ['in other digits', ['２０２６-11-24', '٢٠٢٦-11-24']],
])('takes no day %s', (_, values) => {
  for (const value of values) expect(date.judge(day, value), String(value)).toBe('must be a day like 2026-11-24')
})

it.each([1400, '', '24:00', '14:60', '2:00', '14:00:00', '14.00', '14:00Z'])('takes %j for no time of day', (value) => {
  expect(time.judge(hour, value)).toBe('must be a time like 14:00')
})

it.each([
  ...[1_795_525_200_000, '', '2026-11-24', '2026-11-24T13:00:00', '2026-11-24 13:00:00Z', '2026-11-24T13:00:00z'],
  ...['2026-02-30T13:00:00Z', '2026-11-24T24:00:00Z', '2026-11-24T13:60:00Z', '2026-11-24T13:00:60Z', '2026-11-24T13Z'],
  ...['2026-11-24T13:00:00+1:00', '2026-11-24T13:00:00+24:00', '2026-11-24T13:00:00+01:60', '2026-11-24T13:00:00.1234567Z', 'Z'],
])('takes %j for no instant', (value) => {
  const problem = 'must be an instant with its offset, like 2026-11-24T13:00:00Z'
  expect(dateTime.judge(moment, value)).toBe(problem)
  expect(date.judge({ ...day, zone }, value)).toBe(problem)
  expect(time.judge({ ...hour, zone }, value)).toBe(problem)
})

/** Not so late that the years of another calendar have five digits. */
const instants = fc.date({ min: new Date('1583-01-01T00:00:00Z'), max: new Date('9000-12-31T00:00:00Z'), noInvalidDate: true })

it('takes every day, time and instant that JavaScript writes', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const written = instant.toISOString()
      expect(date.judge(day, written.slice(0, 10))).toBeUndefined()
      expect(time.judge(hour, written.slice(11, 16))).toBeUndefined()
      expect(dateTime.judge(moment, written)).toBeUndefined()
    }),
  )
})

it.each(['en', 'de', 'el', 'es-CO', 'zh', 'hi', 'fa', 'th'])('knows how long days and times can get in %s', (locale) => {
  const most = date.longest(day, locale, 'en').any.length
  const mostTime = time.longest(hour, locale, 'en').any.length
  const mostOfBoth = dateTime.longest(moment, locale, 'en').any.length
  fc.assert(
    fc.property(instants, (instant) => {
      const written = instant.toISOString()
      expect(date.format(day, written.slice(0, 10), locale, 'en').length).toBeLessThanOrEqual(most)
      expect(time.format(hour, written.slice(11, 16), locale, 'en').length).toBeLessThanOrEqual(mostTime)
      expect(dateTime.format(moment, written, locale, 'en').length).toBeLessThanOrEqual(mostOfBoth)
    }),
  )
})

it('faults at a value that was not judged', () => {
  expect(() => date.format(day, 'soon', 'en', 'en')).toThrow(/^a value had not been judged: it is no time$/)
})
