import { Instant } from '../functions/notification/instant.ts'
import { Misused } from './failed.ts'

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 }

/**
 * Since when: so long ago, e.g. "90m", "24h" or "7d", or an instant in ISO 8601.
 * @throws a sentence where it is neither
 */
export const readSince = (words: string, now: Date): Date => {
  const [, count, unit = ''] = /^([1-9][0-9]{0,5})([smhd])$/.exec(words) ?? []
  if (count !== undefined) return new Date(now.getTime() - Number(count) * (seconds[unit] ?? 0) * 1000)
  const instant = Instant.safeParse(words)
  if (instant.success) return new Date(instant.data)
  throw new Misused('Since when? Write it as 90m, 24h or 7d, or as an instant in ISO 8601.')
}
