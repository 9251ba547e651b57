const [mostRuns, mostMicroseconds, warmingUp] = [2_000, 500_000, 20]

/** Microseconds of each of many calls, fewer where one takes long. Node tells CPU time in ticks; on an idle machine this is the same. */
export const measured = async (work: () => unknown): Promise<readonly number[]> => {
  const each: number[] = []
  for (let spent = 0; each.length < mostRuns + warmingUp && spent < mostMicroseconds; ) {
    const before = performance.now()
    await work()
    const used = (performance.now() - before) * 1_000
    each.push(used)
    spent += used
  }
  return each.slice(Math.min(warmingUp, each.length - 1)).toSorted((a, b) => a - b)
}

/** @param share 0.5 for the median */
export const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
