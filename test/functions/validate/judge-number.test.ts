import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judgeNumber } from '../../../functions/validate/judge-number.ts'

const allowedCountries = ['US', 'DE', 'GB', 'JP', 'AU', 'SE']

const verdictOn = (to: string) => {
  const verdict = judgeNumber(to, { allowedCountries })
  return verdict.ok ? verdict.country : verdict.code
}

it.each([
  ['a US number for fiction', '+14155550123', 'US'],
  ['another one', '+12125550100', 'US'],
  ['a German mobile number for fiction', '+491713920012', 'DE'],
  ['an Australian mobile number for fiction', '+61491570006', 'AU'],
  ['a Swedish mobile number for fiction', '+46701740605', 'SE'],
  ['a VoIP number', '+815012345678', 'JP'],
])('texts to %s', (_, to, country) => {
  expect(verdictOn(to)).toBe(country)
})

it.each([
  ...['', '14155550123', '+1 415 555 0123', '+1-415-555-0123', '+1(415)5550123', '+014155550123', '+141555', '+1415555012345678'],
  ...[
    'tel:+14155550123',
    'call +14155550123',
    '+14155550123 or so',
    '+14155550123\n',
    '+1415555O123',
    '＋14155550123',
    '+١٤١٥٥٥٥٠١٢٣',
  ],
])('finds no E.164 in %j', (to) => {
  expect(verdictOn(to)).toBe('number-not-e164')
})

it.each([
  ['too short for its country', '+1415555012'],
  ['an exchange that cannot be', '+14151550123'],
  ['a trunk prefix left in', '+4407400123456'],
  ['a form of former days', '+5215512345678'],
  ['no country code', '+9991234567'],
  ['UK numbers for fiction, which the numbering plan gives to nobody', '+447700900123'],
])('finds invalid: %s', (_, to) => {
  expect(verdictOn(to)).toBe('number-invalid')
})

it.each([
  ['a landline', '+493012345678'],
  ['toll-free', '+18005550123'],
  ['premium', '+19005550123'],
  ['shared cost', '+448451234567'],
  ['one number for a whole company', '+443012345678'],
  ['a pager', '+447640123456'],
  ['personal, forwarded at a premium', '+447012345678'],
  ['personal in the US', '+15005550006'],
])('does not text to a number that is %s', (_, to) => {
  expect(verdictOn(to)).toBe('number-type-cannot-receive-sms')
})

it('texts of a kind go to fewer countries where its list says so, and never to more', () => {
  const verdict = (to: string, countries: string[]) => judgeNumber(to, { allowedCountries }, countries)
  expect(verdict('+14155550123', ['US', 'DE'])).toEqual({ ok: true, country: 'US' })
  expect(verdict('+14155550123', ['DE'])).toMatchObject({ ok: false, code: 'country-not-allowed-for-kind' })
  expect(verdict('+493012345678', ['US'])).toMatchObject({ code: 'country-not-allowed-for-kind' })
  expect(verdict('+16475550123', ['US', 'CA'])).toMatchObject({ ok: false, code: 'country-not-allowed' })
})

it.each([
  ['a country that is not in the list', '+16475550123'],
  ['international toll-free, which belongs to no country', '+80012345678'],
  ['a satellite', '+870773111632'],
])('does not text to %s', (_, to) => {
  expect(verdictOn(to)).toBe('country-not-allowed')
})

it.each([
  [['+14155550123'], '+14155550123', true],
  [['+12125550100'], '+14155550123', false],
  [[], '+14155550123', false],
])('with onlyTo %j, texting %s is %s', (onlyTo, to, ok) => {
  expect(judgeNumber(to, { allowedCountries, onlyTo })).toMatchObject(ok ? { ok } : { ok, code: 'not-in-only-to' })
})

it('tells what is wrong with a number before telling that it is not among the only ones', () => {
  expect(judgeNumber('+493012345678', { allowedCountries, onlyTo: [] })).toMatchObject({ code: 'number-type-cannot-receive-sms' })
})

it.each(['4155550123', '+15550123', '+493012345678', '+80012345678', '+14155550123'])(
  'says of %s what is wrong with it',
  (to) => {
    expect(judgeNumber(to, { allowedCountries, onlyTo: [] })).toMatchObject({
      problem: expect.stringMatching(/^(must|is) .{20}/),
    })
  },
)

it('never quotes the number', () => {
  const number = fc.oneof(fc.stringMatching(/^\+[1-9]\d{6,14}$/), fc.stringMatching(/^\+1[2-9]\d{9}$/), fc.string())
  fc.assert(
    fc.property(number, (to) => {
      const verdict = judgeNumber(to, { allowedCountries, onlyTo: [] })
      expect(verdict.ok ? '' : verdict.problem).not.toMatch(/\d{4}/)
    }),
  )
})
