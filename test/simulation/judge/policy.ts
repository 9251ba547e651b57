import type { Case } from './case.ts'

/** I7: an opt-out that lay in the table lets nothing be armed any more, whatever was read before. */
export const nothingFollowsAnOptOut = ({ armings }: Case): string[] =>
  armings
    .filter(({ isOptedOut }) => isOptedOut)
    .map(({ attempt }) => `attempt ${attempt} was armed for somebody who had opted out`)

/** I7: so does a cancellation, or a confirmation, also one that came before the request. */
export const nothingFollowsACancellation = ({ armings }: Case): string[] =>
  armings.filter(({ isCalledOff }) => isCalledOff).map(({ attempt }) => `attempt ${attempt} was armed after it was called off`)

/** A cancellation of which nothing was armed before is the outcome, in the same write. */
export const whatIsCancelledEnds = ({ isCancelledInVain }: Case): string[] =>
  isCancelledInVain ? ['it was cancelled before anything was armed, and went on'] : []

export const marketingHasConsent = ({ armings }: Case): string[] =>
  armings
    .filter(({ kind, hasConsent }) => kind === 'marketing' && !hasConsent)
    .map(({ attempt }) => `attempt ${attempt} was armed for somebody who never agreed`)

/** All clocks of the country of all numbers here, by Intl and by no code of ours. */
const zonesOfUs = [
  ...(['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'] as const),
  ...(['America/Anchorage', 'America/Adak', 'Pacific/Honolulu'] as const),
]

const clocks = new Map<string, Intl.DateTimeFormat>()

const hourIn = (timeZone: string, at: number): number => {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  return Number(clock.format(at))
}

const isNight = (hour: number) => hour < 8 || hour >= 21

/** Nothing that keeps quiet hours is armed in the night of anybody who may be meant. A wrong clock is no fault of ours. */
export const quietHoursAreKept = ({ armings, record, faults, spells }: Case): string[] => {
  const isLate = [...faults, ...spells].some(({ fault }) =>
    ['clock', 'freeze', 'away', 'lost-request', 'throttled'].includes(fault),
  )
  const zones = record?.timeZone ? [record.timeZone] : zonesOfUs
  return armings.flatMap(({ kind, attempt, at }) => {
    const night = zones.find((zone) => isNight(hourIn(zone, at)))
    return kind === 'marketing' && night && !isLate
      ? [`attempt ${attempt} was armed at ${hourIn(night, at)} o'clock in ${night}`]
      : []
  })
}

export const frequencyIsKept = ({ tooFrequent }: Case): string[] => [...tooFrequent]

export const drainsAreHeeded = ({ areDrainsIgnored }: Case): string[] =>
  areDrainsIgnored ? ['a drained carrier was chosen although another could be had'] : []

export const budgetsHold = ({ budgets }: Case): string[] => [...budgets]
