import { isTimeZone } from './is-time-zone.ts'

/**
 * Every time zone that a recipient may be in: the one that the request names, else all of the number's country, since neither an
 * area code nor a population says where a phone is.
 *
 * The country is libphonenumber's: Puerto Rico, Guam, Réunion and the like are countries of their own, there as in ICU, so that a
 * number of the US stands for its states alone. ICU lists no zone for three of libphonenumber's countries: Kosovo (XK), Ascension
 * (AC) and Tristan da Cunha (TA).
 * @param country ISO 3166-1 alpha-2, e.g. "US"
 * @param timeZone IANA, e.g. "America/Chicago"; a name that is no zone makes the place unknown, whatever the country
 * @returns none where the place is unknown
 * Source: ICU's time zones by region, https://tc39.es/proposal-intl-locale-info/#sec-Intl.Locale.prototype.getTimeZones
 */
export const zonesOf = (country: string, timeZone?: string): readonly string[] => {
  if (timeZone !== undefined) return isTimeZone(timeZone) ? [timeZone] : []
  return new Intl.Locale(`und-${country}`).getTimeZones() ?? []
}
