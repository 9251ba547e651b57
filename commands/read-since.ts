import { Instant } from '../functions/notification/instant.ts'
import { Misused } from './failed.ts'
import { secondsIn } from './seconds-in.ts'

/**
 * Since when: so long ago, e.g. "90m", "24h" or "7d", or an instant in ISO 8601.
 * @throws a sentence where it is neither
 */
export const readSince = (words: string, now: Date): Date => {
  const seconds = secondsIn(words)
  if (seconds !== undefined) return new Date(now.getTime() - seconds * 1000)
  const instant = Instant.safeParse(words)
  if (instant.success) return new Date(instant.data)
  throw new Misused('Since when? Write it as 90m, 24h or 7d, or as an instant in ISO 8601.')
}
