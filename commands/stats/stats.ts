import { Misused } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { sparkline } from '../plot.ts'
import { print } from '../print.ts'
import { readSince } from '../read-since.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { countedOf, type Dimension, dimensions } from './counted.ts'
import { describeFigures } from './describe-figures.ts'
import { countsOverTime, figuresOf } from './figures.ts'
import { recentNotifications } from './recent-notifications.ts'

export interface StatsOptions extends TargetOptions, JsonOption {
  readonly since: string
  readonly by: string
}

const pieces = 40
const mostRead = 10_000

const isDimension = (word: string): word is Dimension => dimensions.some((dimension) => dimension === word)

/** @throws a sentence where something else is named */
const readDimensions = (words: string): Dimension[] => {
  const named = words.split(',').map((word) => word.trim())
  const known = named.filter(isDimension)
  if (known.length < named.length) throw new Misused(`--by takes ${dimensions.join(', ')}, joined by commas.`)
  return [...new Set(known)]
}

const clock = (at: Date) => at.toISOString().slice(11, 16)

const unitOf = (by: readonly Dimension[]) => (by.includes('carrier') ? 'attempts' : 'notifications')

/** `heliograph stats`: what became of the latest notifications, or of their attempts, in figures. */
export const stats = async ({ since: words, by: named, ...options }: StatsOptions): Promise<void> => {
  const now = new Date()
  const [since, by] = [readSince(words, now), readDimensions(named)]
  const { found, more } = await recentNotifications(await findTarget(options), since, mostRead)
  const counted = countedOf(found, by)
  const [figures, overTime] = [figuresOf(counted, by), countsOverTime(counted, since, now, pieces)]
  const unit = unitOf(by)
  const lines = [
    `${counted.length} ${unit} since ${since.toISOString()}${more ? `: the latest ${mostRead} notifications alone are counted` : ''}`,
    ...(counted.length > 0
      ? [`${clock(since)} |${sparkline(overTime)}| ${clock(now)} UTC`, '', ...describeFigures(figures, by)]
      : []),
  ]
  print({ since: since.toISOString(), counted: unit, isAll: !more, figures, overTime }, lines, options)
}
