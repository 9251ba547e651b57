import { expect, it } from 'vitest'
import { problemsOf } from '../../../functions/notification/problems-of.ts'
import { Slot } from '../../../functions/template/slot.ts'

const sentencesFor = (slot: object) => {
  const { error } = Slot.safeParse(slot)
  return error === undefined ? [] : problemsOf(error).map(({ field, problem }) => `${field} ${problem}`)
}

const money = { type: 'money', currencies: ['EUR'], maxMinorUnits: 100, example: { minorUnits: 1, currency: 'EUR' } }
const level = { type: 'enum', values: { gold: { en: 'Gold' } }, example: 'gold' }

it.each([
  { type: 'text', maxLength: 20, example: 'Ada' },
  { type: 'text', maxLength: 20, characters: 'identifier', example: '4711' },
  { type: 'code', length: 6, example: '042817' },
  { type: 'number', min: -1, max: 1, decimals: 2, example: 0.5 },
  money,
  { type: 'date', example: '2026-11-24' },
  { type: 'time', zone: 'Europe/Berlin', example: '2026-11-24T13:00:00Z' },
  { type: 'date-time', zone: 'UTC', example: '2026-11-24T13:00:00Z' },
  { type: 'url', hosts: ['shop.example'], maxLength: 40, example: 'https://shop.example' },
  level,
])('takes $type', (slot) => {
  expect(sentencesFor(slot)).toEqual([])
})

it.each(['Asia/Kolkata', 'Europe/Kyiv', 'America/Argentina/Buenos_Aires', 'Asia/Ho_Chi_Minh', 'Etc/UTC', 'UTC', 'Etc/GMT+5'])(
  'takes the zone %s',
  (zone) => {
    expect(sentencesFor({ type: 'date-time', zone, example: '2026-11-24T13:00:00Z' })).toEqual([])
  },
)

it.each(['+01:00', '-0530', 'CET+1', 'GMT+1', 'UTC+02:00', 'Mars/Olympus', ''])('takes no zone %j', (zone) => {
  expect(sentencesFor({ type: 'date-time', zone, example: '2026-11-24T13:00:00Z' })).toEqual([
    'zone must be a time zone by its IANA name, like Europe/Berlin or UTC',
  ])
})

const manyNames = <Value>(count: number, value: Value) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, value]))

it('has at most 50 values of an enum', () => {
  expect(sentencesFor({ ...level, values: manyNames(50, { en: 'x' }), example: 'n0' })).toEqual([])
  expect(sentencesFor({ ...level, values: manyNames(51, { en: 'x' }), example: 'n0' })).toEqual([
    'values must have at most 50 names',
  ])
})

it.each<[object, string]>([
  [{ type: 'words', example: '' }, 'type must be one of text, code, number, money, date, time, date-time, url, enum'],
  [{ type: 'text', maxLength: 20, characters: 'ascii', example: '' }, 'characters must be one of any, gsm, identifier'],
  [{ type: 'text', maxLength: 501, example: '' }, 'maxLength must be at most 500'],
  [{ type: 'text', maxLength: 20, optional: true, example: '' }, 'optional is not known'],
  [{ type: 'number', min: 0, max: 1, decimals: 7, example: 1 }, 'decimals must be at most 6'],
  [{ type: 'number', min: 0, max: 1e300, example: 1 }, 'max must be at most 9007199254740991'],
  [{ ...money, currencies: ['EURO'] }, 'currencies.0 must be a currency by its ISO 4217 code, like EUR'],
  [{ ...money, currencies: [] }, 'currencies must have at least 1 items'],
  [{ ...money, maxMinorUnits: 1e13 }, 'maxMinorUnits must be at most 1000000000000'],
  [{ ...money, example: { minorUnits: 1.5, currency: 'EUR' } }, 'example.minorUnits must be a whole number'],
  [{ type: 'date-time', example: '2026-11-24T13:00:00Z' }, 'zone is missing'],
  [{ type: 'time', zone: 'CET+1', example: '' }, 'zone must be a time zone by its IANA name, like Europe/Berlin or UTC'],
  [
    { type: 'url', hosts: ['https://shop.example'], maxLength: 40, example: '' },
    'hosts.0 must be a host in lower case, like shop.example',
  ],
  [
    { type: 'url', hosts: ['Shop.example'], maxLength: 40, example: '' },
    'hosts.0 must be a host in lower case, like shop.example',
  ],
  [
    { ...level, values: { gold: { EN: 'Gold' } } },
    'values.gold.EN must be a BCP 47 language tag in its usual spelling, like en or en-GB',
  ],
  [
    { ...level, values: { gold: { en: 'evil.com' } } },
    'values.gold.en must not begin or end with white space, nor hold a link or a hidden character',
  ],
  [
    { ...level, values: { gold: { en: 'a\u202e' } } },
    'values.gold.en must not begin or end with white space, nor hold a link or a hidden character',
  ],
  [{ ...level, values: JSON.parse('{"__proto__":{"en":"x"}}') }, 'values must not hold the name __proto__'],
])('of %j it says: %s', (slot, sentence) => {
  expect(sentencesFor(slot)).toEqual([sentence])
})

it('composes the words of an enum', () => {
  expect(Slot.parse({ ...level, values: { gold: { en: 'Cafe\u0301' } } })).toMatchObject({ values: { gold: { en: 'Café' } } })
})
