import { simulate } from '../core/simulate.ts'
import type { Deployed } from '../core/world.ts'
import type { Run } from '../faults/fault.ts'
import { type Violation, violations } from './violations.ts'

/**
 * Leaves out of a list whatever can be left out, in ever smaller pieces, until nothing more can.
 * @param stillShows whether what is looked for still shows with these alone
 */
export const fewest = async <Item>(
  items: readonly Item[],
  stillShows: (candidate: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[]> => {
  let kept = items
  for (let size = Math.ceil(items.length / 2); size > 0; ) {
    const before = kept.length
    for (let start = 0; start < kept.length; ) {
      const candidate = kept.filter((_, index) => index < start || index >= start + size)
      if (await stillShows(candidate)) kept = candidate
      else start += size
    }
    if (size > 1) size = Math.ceil(size / 2)
    else if (kept.length === before) size = 0
  }
  return kept
}

const touches = ({ faults, ...run }: Run, of: number): Run => ({
  ...run,
  notifications: [of],
  faults: faults.filter((fault) => !('of' in fault) || fault.of === of),
})

/** The shortest run that still shows a violation: its notification alone where that is enough, and the fewest faults. */
export const shrink = async (deployed: Deployed, run: Run, { check, of }: Violation): Promise<Run> => {
  const shows = async (candidate: Run) =>
    violations(await simulate(deployed, candidate)).some((found) => found.check === check && found.of === of)
  const alone = touches(run, of)
  const isAlone = await shows(alone)
  const notifications = isAlone
    ? alone.notifications
    : await fewest(run.notifications, (candidate) => shows({ ...run, notifications: [...candidate] }))
  const start = isAlone ? alone : { ...run, notifications: [...notifications] }
  const faults = await fewest(start.faults, (candidate) => shows({ ...start, faults: [...candidate] }))
  return { ...start, faults: [...faults] }
}
