import { Temporal } from 'temporal-polyfill'

/**
 * Whether a name is an IANA time zone, an alias such as "US/Pacific" included. It is Temporal that is asked, since Intl also knows
 * ICU's own short names, in which IST and CST could be three places each. An offset such as "+01:00" is no name, and knows no summer.
 */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== ''
  } catch {
    return false
  }
}
