import { Temporal } from 'temporal-polyfill'

/**
 * The day on which a budget is spent.
 * @param zone the deployment's, e.g. "Europe/Berlin"
 * @returns e.g. "2026-11-24"
 */
export const budgetDay = (now: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
