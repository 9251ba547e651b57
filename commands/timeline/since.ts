const minute = 60
const hour = 3_600

/** How long after the request, e.g. "+1.2 s", "+12 min" or "+26 h"; nothing within a twentieth of a second. */
export const since = (at: string, start: string): string => {
  const seconds = (Date.parse(at) - Date.parse(start)) / 1000
  const size = Math.abs(seconds)
  const sign = seconds < 0 ? '-' : '+'
  if (size < 0.05) return ''
  if (size < 2 * minute) return `${sign}${size.toFixed(1)} s`
  return size < 2 * hour ? `${sign}${Math.round(size / minute)} min` : `${sign}${Math.round(size / hour)} h`
}
