/** First and last code point of each run, in ascending order. */
export type Ranges = readonly (readonly [first: number, last: number])[]

/** Whether a code point is in one of the ranges. They are few: looking through them costs less than a tree of them. */
export const isInRanges = (ranges: Ranges, point: number): boolean => {
  for (const [first, last] of ranges) if (point <= last) return point >= first
  return false
}
