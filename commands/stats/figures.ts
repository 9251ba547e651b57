import { percentile } from '../percentile.ts'
import { type Counted, type Dimension, type Fate, sum } from './counted.ts'

/** The figures of one group. */
export interface Figures {
  readonly group: Readonly<Partial<Record<Dimension, string>>>
  readonly count: number
  readonly fates: Readonly<Record<Fate, number>>
  /** Of those that are over and were not withheld; undefined where there is none. */
  readonly deliveredShare: number | undefined
  readonly secondsToDeliver: { readonly median: number; readonly p95: number } | undefined
  readonly parts: number
  readonly usd: number | undefined
}

const secondsOf = (counted: readonly Counted[]): Figures['secondsToDeliver'] => {
  const sorted = counted.flatMap(({ secondsToDeliver }) => secondsToDeliver ?? []).sort((a, b) => a - b)
  const [median, p95] = [percentile(sorted, 0.5), percentile(sorted, 0.95)]
  return median === undefined || p95 === undefined ? undefined : { median, p95 }
}

const figuresOfGroup = (group: Figures['group'], counted: readonly Counted[]): Figures => {
  const many = (fate: Fate) => counted.filter((one) => one.fate === fate).length
  const told = {
    delivered: many('delivered'),
    accepted: many('accepted'),
    failed: many('failed'),
    unknown: many('unknown'),
    withheld: many('withheld'),
    'under way': many('under way'),
  }
  const over = told.delivered + told.failed + told.unknown
  return {
    group,
    count: counted.length,
    fates: told,
    deliveredShare: over === 0 ? undefined : told.delivered / over,
    secondsToDeliver: secondsOf(counted),
    parts: counted.reduce((total, { parts }) => total + parts, 0),
    usd: sum(counted.map(({ usd }) => usd)),
  }
}

/** Figures by group, the largest first; all in one where nothing is told apart. Every one that is counted is in one group and one fate. */
export const figuresOf = (counted: readonly Counted[], by: readonly Dimension[]): Figures[] => {
  const groups = Map.groupBy(counted, ({ labels }) => by.map((dimension) => labels[dimension]).join(' '))
  return [...groups.values()]
    .map((members) => figuresOfGroup(Object.fromEntries(by.map((one) => [one, members[0]?.labels[one] ?? '-'])), members))
    .sort((a, b) => b.count - a.count)
}

/** How many there were in each of so many equal pieces of time. */
export const countsOverTime = (counted: readonly Counted[], from: Date, to: Date, pieces: number): number[] => {
  const length = (to.getTime() - from.getTime()) / pieces
  const counts = Array.from({ length: pieces }, () => 0)
  for (const { at } of counted) {
    const piece = Math.min(pieces - 1, Math.max(0, Math.floor((at.getTime() - from.getTime()) / length)))
    counts[piece] = (counts[piece] ?? 0) + 1
  }
  return counts
}
