import { expect, it } from 'vitest'
import { isTimeZone } from '../../../../functions/policy/quiet/is-time-zone.ts'

it('knows every zone that Intl lists', () => {
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => !isTimeZone(zone))).toEqual([])
})

it.each(['Asia/Kolkata', 'Europe/Kyiv', 'US/Pacific', 'PST8PDT', 'GB', 'UTC', 'Etc/GMT+5', 'america/new_york'])(
  'knows %s, which is an alias or written otherwise',
  (name) => {
    expect(isTimeZone(name)).toBe(true)
  },
)

it.each(['IST', 'PST', 'ACT', 'CST'])('does not take %s, which Intl takes and which may be several places', (name) => {
  expect(() => new Intl.DateTimeFormat('en', { timeZone: name })).not.toThrow()
  expect(isTimeZone(name)).toBe(false)
})

it.each(['', ' ', 'Nowhere/Land', '+01:00', '-05', 'GMT+5', 'Z', '2026-11-24T00:00Z', '[Europe/Berlin]', 'Europe/Berlin '])(
  'does not take "%s"',
  (name) => {
    expect(isTimeZone(name)).toBe(false)
  },
)
