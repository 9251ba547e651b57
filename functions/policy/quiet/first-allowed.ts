import { endOfQuiet } from './end-of-quiet.ts'
import type { QuietTimes } from './quiet-hours.ts'

/** No hold looks further ahead, in milliseconds: zones far apart may have no hour in common. */
const furthest = 14 * 86_400_000

/**
 * The first instant, from now on, at which no zone is quiet. It goes from the end of one zone's quiet to the end of the next one's, round
 * and round, until a whole round moves nothing: a day takes a few steps, however many zones there are.
 * @returns undefined where there is none within 14 days
 */
export const firstAllowed = (timeZones: readonly string[], times: QuietTimes, now: Date): Date | undefined => {
  const last = now.getTime() + furthest
  const settle = (from: number): number => {
    const later = timeZones.reduce((at, timeZone) => endOfQuiet(at, timeZone, times, last), from)
    return later === from ? from : settle(later)
  }
  const first = settle(now.getTime())
  return first > last ? undefined : new Date(first)
}
