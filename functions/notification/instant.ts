import * as z from 'zod'

const first = Date.parse('0000-01-01T00:00:00Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * An instant as somebody else writes it: ISO 8601 with a zone. Ours are in UTC, where a year of more than four digits gets a sign, and
 * no record is read with one: "9999-12-31T23:59:59-05:00" would be written and never be read again.
 */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => !(Date.parse(text) < first || Date.parse(text) > last), 'must be of the years 0000 to 9999 in UTC')
