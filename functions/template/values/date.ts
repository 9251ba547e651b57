import { readDay, readInstant } from './instant.ts'
import type { Rules, SlotOf } from './rules.ts'
import { toldInZone } from './told-in-zone.ts'

const { told, longest } = toldInZone({ dateStyle: 'medium' })

/** A day: as it is given, or the one that it is at an instant in the slot's zone. */
export const date: Rules<SlotOf<'date'>> = {
  judge: ({ zone }, value) => {
    if (typeof value === 'string' && readerOf(zone)(value) !== undefined) return undefined
    return zone === undefined ? 'must be a day like 2026-11-24' : 'must be an instant with its offset, like 2026-11-24T13:00:00Z'
  },
  format: ({ zone }, value, locale) => told(value, readerOf(zone), locale, zone),
  longest: ({ zone }, locale) => longest(locale, zone),
}

const readerOf = (zone: string | undefined) => (zone === undefined ? readDay : readInstant)
