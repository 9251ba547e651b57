/**
 * The least of the values that so great a share of them does not exceed (the nearest rank); undefined where there are none.
 * @param sorted the least first
 * @param share more than 0, at most 1
 */
export const percentile = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.ceil(sorted.length * share) - 1]
