/** Milliseconds that work takes; where it was long, the best of many times, for then something else was at work. */
export const leastTime = (work: () => void): number => {
  let least = Number.POSITIVE_INFINITY
  for (let again = 0; again < 20 && least > 0.3; again++) {
    const from = performance.now()
    work()
    least = Math.min(least, performance.now() - from)
  }
  return least
}
