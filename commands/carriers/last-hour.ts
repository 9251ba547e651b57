import { refusalOf } from '../refusal-of.ts'
import { type CarrierHealth, carrierHealth, describeHealth } from '../stats/carrier-health.ts'
import { recentNotifications } from '../stats/recent-notifications.ts'
import type { Target } from '../target.ts'

const hourMs = 3_600_000

/** Each notification costs a read. */
const mostRead = 1_000

/** How carriers did, by their names, or why nobody can tell; not of all where more was sent than is read. */
export type LastHour =
  | { readonly health: ReadonlyMap<string, CarrierHealth>; readonly isAll: boolean }
  | { readonly unknown: string }

/** What AWS refuses to tell is unknown: in an outage, how the carriers stand must be seen all the same. */
export const lastHour = async (target: Target, now: Date): Promise<LastHour> => {
  try {
    const { found, more } = await recentNotifications(target, new Date(now.getTime() - hourMs), mostRead)
    return { health: carrierHealth(found), isAll: !more }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    return { unknown: refusal.message }
  }
}

const latest = `in the latest ${mostRead.toLocaleString('en')} notifications`

/** On one line, how a carrier did. */
export const describeLastHour = (hour: LastHour, carrier: string): string =>
  'unknown' in hour
    ? `health unknown: ${hour.unknown}`
    : describeHealth(hour.health.get(carrier), hour.isAll ? 'in the last hour' : latest)
