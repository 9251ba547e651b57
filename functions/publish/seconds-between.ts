/** Two clocks may disagree: less than nothing is nothing. Undefined where the later instant is not known. */
export const secondsBetween = (from: Date, to: string | undefined): number | undefined =>
  to === undefined ? undefined : Math.max(0, (Date.parse(to) - from.getTime()) / 1000)
