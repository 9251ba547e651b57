import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../../../functions/notification/problem.ts'
import { problemsOf } from '../../../../functions/notification/problems-of.ts'
import { QuietHours, quietTimesOf } from '../../../../functions/policy/quiet/quiet-hours.ts'

const night = { from: '21:00', to: '08:00' }
const french = { from: '22:00', to: '08:00', quietDays: ['sunday'], holidays: ['2026-12-25', '2027-01-01'] }

describe('the quiet hours of a deployment', () => {
  it.each([
    ['one night for all', { default: night, countries: {} }],
    ['a country of its own', { default: night, countries: { FR: french } }],
    ['hours within a day', { default: { from: '12:00', to: '14:00' }, countries: {} }],
    [
      'all but one weekday',
      { default: { ...night, quietDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] }, countries: {} },
    ],
    ['a leap day', { default: { ...night, holidays: ['2028-02-29'] }, countries: {} }],
  ])('may be %s', (_, given) => {
    expect(QuietHours.parse(given)).toEqual(given)
  })

  it('of a country replace the usual ones whole', () => {
    const quietHours = QuietHours.parse({ default: { ...night, quietDays: ['saturday'] }, countries: { FR: french } })
    expect(quietTimesOf(quietHours, 'FR')).toEqual(french)
    expect(quietTimesOf(quietHours, 'DE')).toEqual({ ...night, quietDays: ['saturday'] })
  })
})

const days = Array.from({ length: 400 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10))

it.each<[string, object, string]>([
  ['no hours', {}, 'default is missing; countries is missing'],
  ['half of them', { default: { from: '21:00' }, countries: {} }, 'default.to is missing'],
  [
    'an hour for both ends',
    { default: { from: '08:00', to: '08:00' }, countries: {} },
    'default.to must not be the time of from',
  ],
  ['an hour of no day', { default: { from: '24:00', to: '08:00' }, countries: {} }, 'default.from must be a time like 21:00'],
  [
    'an hour without minutes',
    { default: { from: '9 pm', to: '8' }, countries: {} },
    'default.from must be a time like 21:00; default.to must be a time like 21:00',
  ],
  ['another word', { default: { ...night, until: '09:00' }, countries: {} }, 'default.until is not known'],
  [
    'a day of no week',
    { default: { ...night, quietDays: ['sun'] }, countries: {} },
    'default.quietDays.0 must be one of monday, tuesday, wednesday, thursday, friday, saturday, sunday',
  ],
  [
    'a day twice',
    { default: { ...night, quietDays: ['sunday', 'sunday'] }, countries: {} },
    'default.quietDays must name each day once',
  ],
  [
    'no day left',
    {
      default: { ...night, quietDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] },
      countries: {},
    },
    'default.quietDays must leave a day of the week',
  ],
  [
    'a holiday of no year',
    { default: { ...night, holidays: ['2026-02-29'] }, countries: {} },
    'default.holidays.0 must be a day like 2026-12-25',
  ],
  [
    'a holiday of every year',
    { default: { ...night, holidays: ['12-25'] }, countries: {} },
    'default.holidays.0 must be a day like 2026-12-25',
  ],
  [
    'a holiday twice',
    { default: { ...night, holidays: ['2026-12-25', '2026-12-25'] }, countries: {} },
    'default.holidays must name each day once',
  ],
  ['a country by its name', { default: night, countries: { France: night } }, 'countries.France must be two capital letters'],
  [
    'a country that says nothing',
    { default: night, countries: { FR: {} } },
    'countries.FR.from is missing; countries.FR.to is missing',
  ],
  [
    'more than an environment holds',
    { default: { ...night, holidays: days }, countries: {} },
    'the input must be at most 2000 characters as JSON',
  ],
])('refuses %s, and says what is wrong', (_, given, sentence) => {
  const { error } = QuietHours.safeParse(given)
  expect(error && sentenceOf(problemsOf(error))).toBe(`${sentence}.`)
})
