import * as z from 'zod'

/** Also the names that Intl knows and does not list, like Asia/Kolkata; an offset such as +01:00 is no name, and knows no summer. */
const isZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A zone by its name, e.g. "Europe/Berlin". */
export const TimeZone = z.string().max(64).refine(isZone, 'must be a time zone by its IANA name, like Europe/Berlin or UTC')
