/** Nobody waits longer than this for a carrier; it keeps the number small whatever the header says. */
const day = 86_400

const secondsUntil = (date: number, now: Date) => (Number.isNaN(date) ? undefined : Math.ceil((date - now.getTime()) / 1000))

const read = (header: string, now: Date) => {
  if (/^\d+$/.test(header)) return Number(header)
  return header.endsWith(' GMT') ? secondsUntil(Date.parse(header), now) : undefined
}

/**
 * How long a carrier wants to be left alone.
 * @param header Retry-After, e.g. "30" or "Sun, 22 Nov 2026 12:00:30 GMT"
 * @returns whole seconds, at most a day; undefined where the header is absent or unreadable
 * Source: RFC 9110, section 10.2.3
 */
export const retryAfterSeconds = (header: string | null, now: Date): number | undefined => {
  const seconds = read(header?.trim() ?? '', now)
  return seconds === undefined ? undefined : Math.min(Math.max(seconds, 0), day)
}
