import { describe, expect, it } from 'vitest'
import { judgeQuietHours } from '../../../functions/policy/judge-quiet-hours.ts'
import type { QuietTimes } from '../../../functions/policy/quiet/quiet-hours.ts'

const night: QuietTimes = { from: '21:00', to: '08:00' }
/** An hour that has nothing to do with midnight, so that quiet days begin and end there. */
const siesta: QuietTimes = { from: '13:00', to: '14:00' }

interface Given {
  readonly country?: string
  readonly timeZone?: string
  readonly times?: QuietTimes
  readonly keepsQuietHours?: boolean
}

const judge = (at: string, { country = 'US', timeZone, times = night, keepsQuietHours = true }: Given = {}) =>
  judgeQuietHours({ keepsQuietHours, country, timeZone, quietHours: { default: times, countries: {} } }, new Date(at))

const allowed = { decision: 'allow', rule: 'quiet-hours', reason: 'waking-hours' }
const heldUntil = (until: string, reason = 'quiet-hours') => ({
  decision: 'hold',
  rule: 'quiet-hours',
  reason,
  until: new Date(until).toISOString(),
})

describe('an hour of the night', () => {
  const inBerlin = { timeZone: 'Europe/Berlin' }

  it.each(['2026-11-24T08:00:00+01:00', '2026-11-24T12:00:00+01:00', '2026-11-24T20:59:59.999+01:00'])(
    'it is not at %s',
    (at) => {
      expect(judge(at, inBerlin)).toEqual(allowed)
    },
  )

  it.each([
    ['2026-11-24T21:00:00+01:00', '2026-11-25T08:00:00+01:00'],
    ['2026-11-24T23:59:59.999+01:00', '2026-11-25T08:00:00+01:00'],
    ['2026-11-25T00:00:00+01:00', '2026-11-25T08:00:00+01:00'],
    ['2026-11-25T07:59:59.999+01:00', '2026-11-25T08:00:00+01:00'],
  ])('it is at %s, and over at %s', (at, until) => {
    expect(judge(at, inBerlin)).toEqual(heldUntil(until))
  })

  it.each([
    ['2026-11-24T13:00:00+01:00', heldUntil('2026-11-24T14:00:00+01:00')],
    ['2026-11-24T14:00:00+01:00', allowed],
    ['2026-11-24T23:00:00+01:00', allowed],
  ])('may be one of the day: at %s', (at, answer) => {
    expect(judge(at, { ...inBerlin, times: siesta })).toEqual(answer)
  })

  it('is of the country of the number, in the zone that the request names', () => {
    const quietHours = { default: night, countries: { IN: { from: '21:00', to: '09:00' } } }
    const facts = { keepsQuietHours: true, country: 'IN', quietHours }
    const now = new Date('2026-11-24T08:30:00+05:30')
    expect(judgeQuietHours(facts, now)).toEqual(heldUntil('2026-11-24T09:00:00+05:30'))
    expect(judgeQuietHours({ ...facts, country: 'LK' }, now)).toEqual(allowed)
    expect(judgeQuietHours({ ...facts, timeZone: 'Asia/Tokyo' }, now)).toEqual(allowed)
    expect(judgeQuietHours({ ...facts, timeZone: 'Europe/Berlin' }, now)).toEqual(heldUntil('2026-11-24T09:00:00+01:00'))
  })

  it('does not matter to a kind that keeps none', () => {
    const answer = { decision: 'allow', rule: 'quiet-hours', reason: 'not-kept-by-kind' }
    expect(judge('2026-11-24T03:00:00+01:00', { ...inBerlin, keepsQuietHours: false })).toEqual(answer)
    expect(judge('2026-11-24T12:00:00Z', { country: 'XK', keepsQuietHours: false })).toEqual(answer)
  })
})

describe('a night in which the clocks are turned', () => {
  it.each([
    ['forward in Berlin', 'Europe/Berlin', '2026-03-28T22:00+01:00', '2026-03-29T08:00+02:00'],
    ['back in Berlin', 'Europe/Berlin', '2026-10-24T22:00+02:00', '2026-10-25T08:00+01:00'],
    ['forward in New York', 'America/New_York', '2026-03-07T22:00-05:00', '2026-03-08T08:00-04:00'],
    ['back in New York', 'America/New_York', '2026-10-31T22:00-04:00', '2026-11-01T08:00-05:00'],
    ['forward on Lord Howe Island, by half an hour', 'Australia/Lord_Howe', '2026-10-03T22:00+10:30', '2026-10-04T08:00+11:00'],
    ['back on Lord Howe Island, by half an hour', 'Australia/Lord_Howe', '2026-04-04T22:00+11:00', '2026-04-05T08:00+10:30'],
    ['forward at midnight in Cairo', 'Africa/Cairo', '2026-04-23T22:00+02:00', '2026-04-24T08:00+03:00'],
    ['back at midnight in Cairo', 'Africa/Cairo', '2026-10-29T22:00+03:00', '2026-10-30T08:00+02:00'],
    ['by a whole day in Apia', 'Pacific/Apia', '2011-12-29T22:00-10:00', '2011-12-31T08:00+14:00'],
  ])('%s, ends in its morning', (_, timeZone, at, until) => {
    expect(judge(at, { timeZone })).toEqual(heldUntil(until))
  })

  const inBerlin = { timeZone: 'Europe/Berlin', times: { from: '21:00', to: '02:30' } }

  it('ends with the turn where the clock leaps over its end', () => {
    expect(judge('2026-03-29T01:59+01:00', inBerlin)).toEqual(heldUntil('2026-03-29T03:00+02:00'))
    expect(judge('2026-10-04T01:50+10:30', { timeZone: 'Australia/Lord_Howe', times: { from: '21:00', to: '02:15' } })).toEqual(
      heldUntil('2026-10-04T02:30+11:00'),
    )
  })

  it('ends twice where the clock shows its end twice', () => {
    expect(judge('2026-10-25T02:00+02:00', inBerlin)).toEqual(heldUntil('2026-10-25T02:30+02:00'))
    expect(judge('2026-10-25T02:30+02:00', inBerlin)).toEqual(allowed)
    expect(judge('2026-10-25T02:00+01:00', inBerlin)).toEqual(heldUntil('2026-10-25T02:30+01:00'))
  })

  it('ends for a while where the clock goes back behind its beginning', () => {
    const late = { timeZone: 'Europe/Berlin', times: { from: '02:30', to: '08:00' } }
    expect(judge('2026-10-25T02:45+02:00', late)).toEqual(heldUntil('2026-10-25T02:00+01:00'))
    expect(judge('2026-10-25T02:30+01:00', late)).toEqual(heldUntil('2026-10-25T08:00+01:00'))
  })
})

describe('a quiet day', () => {
  const french: QuietTimes = { from: '22:00', to: '08:00', quietDays: ['sunday'], holidays: ['2026-12-25'] }
  const inParis = { country: 'FR', times: french }

  it.each([
    ['in the night before', '2026-11-28T23:00+01:00', '2026-11-30T08:00+01:00', 'quiet-hours'],
    ['from midnight', '2026-11-29T00:00+01:00', '2026-11-30T08:00+01:00', 'quiet-day'],
    ['at noon', '2026-11-29T12:00+01:00', '2026-11-30T08:00+01:00', 'quiet-day'],
    ['at its end, to which the night belongs', '2026-11-29T23:59+01:00', '2026-11-30T08:00+01:00', 'quiet-day'],
    ['when it is a holiday', '2026-12-25T12:00+01:00', '2026-12-26T08:00+01:00', 'quiet-day'],
  ])('is waited out: %s', (_, at, until, reason) => {
    expect(judge(at, inParis)).toEqual(heldUntil(until, reason))
  })

  it.each<[string, QuietTimes]>([
    ['weekday', { ...siesta, quietDays: ['sunday'] }],
    ['holiday', { ...siesta, holidays: ['2026-11-29'] }],
  ])('is the one of the recipient’s calendar, not of ours: a %s', (_, times) => {
    expect(judge('2026-11-28T12:00Z', { times, timeZone: 'Pacific/Kiritimati' })).toEqual(
      heldUntil('2026-11-30T00:00+14:00', 'quiet-day'),
    )
    expect(judge('2026-11-30T08:00Z', { times, timeZone: 'Pacific/Pago_Pago' })).toEqual(
      heldUntil('2026-11-30T00:00-11:00', 'quiet-day'),
    )
  })

  it.each<[string, Given, string, string]>([
    [
      'begins late',
      { timeZone: 'Africa/Cairo', times: { ...siesta, quietDays: ['thursday'] } },
      '2026-04-23T12:00+02:00',
      '2026-04-24T01:00+03:00',
    ],
    [
      'ends twice',
      { timeZone: 'Africa/Cairo', times: { ...siesta, quietDays: ['thursday'] } },
      '2026-10-29T12:00+03:00',
      '2026-10-30T00:00+02:00',
    ],
    [
      'is left out',
      { timeZone: 'Pacific/Apia', times: { ...siesta, quietDays: ['thursday', 'friday'] } },
      '2011-12-29T12:00-10:00',
      '2011-12-31T00:00+14:00',
    ],
  ])('is over at the next midnight that there is, where the clocks are turned: a day that %s', (_, given, at, until) => {
    expect(judge(at, given)).toEqual(heldUntil(until, 'quiet-day'))
  })
})

describe('a number that may be in several zones', () => {
  it.each([
    ['US', '2026-11-24T13:00Z', '2026-11-24T18:00Z'], // 08:00 in New York; 08:00 in Honolulu
    ['US', '2026-07-01T01:00Z', '2026-07-01T18:00Z'], // 21:00 in New York; 08:00 in Honolulu
    ['RU', '2026-11-24T09:00Z', '2026-11-25T06:00Z'], // 21:00 in Kamchatka; 08:00 in Kaliningrad
    ['KI', '2026-11-24T07:00Z', '2026-11-24T20:00Z'], // 21:00 in Kiritimati; 08:00 in Tarawa
    ['PF', '2026-11-24T06:00Z', '2026-11-24T18:00Z'], // 21:00 in Gambier; 08:00 in Tahiti
  ])('waits until no zone is quiet: %s at %s', (country, at, until) => {
    expect(judge(at, { country })).toEqual(heldUntil(until))
    expect(judge(until, { country })).toEqual(allowed)
  })

  it('is asked for no hour that is right in one zone and wrong in another', () => {
    expect(judge('2026-11-24T14:00Z')).toEqual(heldUntil('2026-11-24T18:00Z')) // 09:00 in New York, 04:00 in Honolulu
    expect(judge('2026-11-25T02:00Z')).toEqual(heldUntil('2026-11-25T18:00Z')) // 21:00 in New York, 16:00 in Honolulu
    expect(judge('2026-11-25T01:59Z')).toEqual(allowed)
  })

  it('waits for one zone alone when the request names it', () => {
    expect(judge('2026-11-24T14:00Z', { timeZone: 'America/New_York' })).toEqual(allowed)
  })

  it('is never texted where its zones have no hour in common', () => {
    const noAllowedHour = { decision: 'hold', rule: 'quiet-hours', reason: 'no-allowed-hour' }
    expect(judge('2026-11-24T14:00Z', { times: { from: '13:00', to: '10:00' } })).toEqual(noAllowedHour)
    expect(judge('2026-11-24T18:00Z', { times: { from: '13:00', to: '10:00' } })).toEqual(noAllowedHour)
  })

  it('is not texted where nobody knows its zones', () => {
    expect(judge('2026-11-24T12:00Z', { country: 'XK' })).toEqual({
      decision: 'hold',
      rule: 'quiet-hours',
      reason: 'zone-unknown',
    })
    expect(judge('2026-11-24T12:00Z', { country: 'XK', timeZone: 'Europe/Belgrade' })).toEqual(allowed)
  })
})

describe('a hold', () => {
  const holidays = Array.from({ length: 20 }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`)

  it('looks fourteen days ahead and no further', () => {
    const given = { timeZone: 'UTC', times: { ...siesta, holidays } }
    expect(judge('2026-12-07T00:00Z', given)).toEqual(heldUntil('2026-12-21T00:00Z', 'quiet-day'))
    expect(judge('2026-12-06T23:59Z', given)).toMatchObject({ reason: 'no-allowed-hour' })
    expect(judge('2026-12-06T23:59Z', given).until).toBeUndefined()
  })
})
