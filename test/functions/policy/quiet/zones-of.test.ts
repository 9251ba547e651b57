import { getCountries } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { isTimeZone } from '../../../../functions/policy/quiet/is-time-zone.ts'
import { zonesOf } from '../../../../functions/policy/quiet/zones-of.ts'

/** Of libphonenumber's countries, those that ICU knows no zone of. */
const placeless = ['AC', 'TA', 'XK']

describe('the zones that a recipient may be in', () => {
  it.each([
    ['FR', ['Europe/Paris']],
    ['DE', ['Europe/Berlin', 'Europe/Busingen']],
    ['KI', ['Pacific/Enderbury', 'Pacific/Kiritimati', 'Pacific/Tarawa']],
    ['PR', ['America/Puerto_Rico']],
    ['GU', ['Pacific/Guam']],
    ['RE', ['Indian/Reunion']],
  ])('are all of the country of the number: %s', (country, zones) => {
    expect(zonesOf(country)).toEqual(zones)
  })

  it('are those of the states for a number of the US, and not those of the countries that share +1', () => {
    const zones = zonesOf('US')
    expect(zones).toEqual(expect.arrayContaining(['America/New_York', 'America/Adak', 'Pacific/Honolulu']))
    for (const other of ['PR', 'GU', 'VI', 'AS', 'MP', 'CA', 'JM']) {
      expect(zonesOf(other)).not.toEqual([])
      for (const zone of zonesOf(other)) expect(zones).not.toContain(zone)
    }
  })

  it('are none where ICU knows no zone of the country', () => {
    const without = getCountries().filter((country) => zonesOf(country).length === 0)
    expect(new Set(without)).toEqual(new Set(placeless))
  })

  it('are zones that the rule can reckon with, whatever the country', () => {
    for (const country of getCountries())
      for (const zone of zonesOf(country)) expect([zone, isTimeZone(zone)]).toEqual([zone, true])
  })

  it.each(['America/Chicago', 'US/Central', 'europe/berlin', 'Asia/Kolkata', 'UTC'])(
    'are the one that the request names: %s',
    (zone) => {
      expect(zonesOf('US', zone)).toEqual([zone])
    },
  )

  it.each(placeless)('are the one that the request names where the country has none: %s', (country) => {
    expect(zonesOf(country, 'Europe/Belgrade')).toEqual(['Europe/Belgrade'])
  })

  it.each(['', 'Nowhere/Land', '+05:30', 'IST'])(
    'are none, whatever the country, where the request names no zone: "%s"',
    (name) => {
      expect(zonesOf('US', name)).toEqual([])
    },
  )
})
