import { readInstant } from './instant.ts'
import type { Rules, SlotOf } from './rules.ts'
import { toldInZone } from './told-in-zone.ts'

const { told, longest } = toldInZone({ dateStyle: 'medium', timeStyle: 'short' })

/** An instant, told as the day and time that it is in the slot's zone. */
export const dateTime: Rules<SlotOf<'date-time'>> = {
  judge: (_, value) =>
    typeof value === 'string' && readInstant(value) !== undefined
      ? undefined
      : 'must be an instant with its offset, like 2026-11-24T13:00:00Z',
  format: ({ zone }, value, locale) => told(value, readInstant, locale, zone),
  longest: ({ zone }, locale) => longest(locale, zone),
}
