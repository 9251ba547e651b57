/** Counts by size, in steps of two percent: small, and the same whoever counted first. */
export type Histogram = Record<number, number>

const step = Math.log(1.02)

/** @param value above 0 */
export const count = (histogram: Histogram, value: number): void => {
  const bucket = Math.round(Math.log(Math.max(value, 1e-3)) / step)
  histogram[bucket] = (histogram[bucket] ?? 0) + 1
}

/** @param share e.g. 0.95 @returns within one percent; undefined where nothing was counted */
export const percentile = (histogram: Histogram, share: number): number | undefined => {
  const buckets = Object.entries(histogram).sort(([a], [b]) => Number(a) - Number(b))
  const total = buckets.reduce((sum, [, times]) => sum + times, 0)
  let seen = 0
  for (const [bucket, times] of buckets) {
    seen += times
    if (seen >= share * total) return Math.exp(Number(bucket) * step)
  }
  return undefined
}
