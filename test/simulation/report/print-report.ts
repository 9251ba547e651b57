import { kinds } from '../../../functions/notification/kinds.ts'
import { percentile } from './histogram.ts'
import type { Found, Report } from './run-campaign.ts'
import type { Tally } from './tally.ts'

const whole = (value = 0) => value.toLocaleString('en-US')
const share = (part = 0, all = 0) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(2)} %`)

/** A table for people: the first column to the left, figures to the right. */
const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  )
}

const kindRows = ({ kinds: byKind }: Tally) => {
  const head = ['kind', 'notifications', 'attempts', 'texted twice', 'by a contradiction', 'on the phone in 10 s', 'in 60 s']
  const rows = kinds.map((kind) => {
    const counts = byKind[kind] ?? {}
    const planned = counts.planned
    return [
      kind,
      whole(counts.notifications),
      whole(counts.attempts),
      whole(counts.twice),
      whole(counts['twice by a contradiction']),
      share(counts['within 10 s'], planned),
      share(counts['within 60 s'], planned),
    ]
  })
  return table([head, ...rows])
}

const outcomeRows = ({ outcomes }: Tally) => {
  const names = [...new Set(Object.values(outcomes).flatMap((counts) => Object.keys(counts)))].sort()
  return table([['kind', ...names], ...kinds.map((kind) => [kind, ...names.map((name) => whole(outcomes[kind]?.[name]))])])
}

const policyRows = ({ policy }: Tally) =>
  table([
    ['policy', 'notifications'],
    ...Object.entries(policy)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, count]) => [what, whole(count)]),
  ])

const seconds = (value: number | undefined) => (value === undefined ? '–' : `${value.toPrecision(3)} s`)

const latencyRows = ({ accept, deliver }: Tally) =>
  table([
    ['seconds from the event', 'p50', 'p95', 'p99'],
    ...[['until a carrier took it', accept] as const, ['until the phone had it', deliver] as const].map(([name, histogram]) => [
      name,
      ...[0.5, 0.95, 0.99].map((part) => seconds(percentile(histogram, part))),
    ]),
  ])

const costRows = ({ counts, kinds: byKind }: Tally) => {
  const notifications = Object.values(byKind).reduce((sum, one) => sum + (one.notifications ?? 0), 0)
  const names = [
    'transitions',
    'reads',
    'writes',
    'invocations',
    'parts by sns',
    'parts by twilio',
    'notifications with a dead letter',
    'texts dearer by an emoji',
  ]
  return table([
    ['cost', 'in all', 'a notification'],
    ...names.map((name) => [name, whole(counts[name]), ((counts[name] ?? 0) / notifications).toFixed(3)]),
  ])
}

/** The one command that tells how it came about. */
export const replayCommand = (found: Found): string =>
  found.shortest ? `npm run simulate -- --replay '${JSON.stringify(found.shortest)}'` : `(seed ${found.seed}, not shrunk)`

const violationLines = (violations: readonly Found[]): string[] =>
  violations.flatMap((found) => [`${found.check}: notification ${found.of}: ${found.says}`, `  ${replayCommand(found)}`])

/** More would scroll everything else away. */
const mostShown = 20

/** The report as lines of text. */
export const reportLines = ({ tally, violations, campaign }: Report): string[] => {
  const shrunkFirst = violations.toSorted((a, b) => Number(b.shortest !== undefined) - Number(a.shortest !== undefined))
  return [
    `seed ${campaign.seed}: ${whole(campaign.count)} notifications, ${whole(tally.counts.faults)} faults, of which ${whole(tally.counts['faults that struck'])} struck`,
    '',
    ...kindRows(tally),
    '',
    ...outcomeRows(tally),
    '',
    ...latencyRows(tally),
    '',
    ...policyRows(tally),
    '',
    ...costRows(tally),
    '',
    ...violationLines(shrunkFirst.slice(0, mostShown)),
    violations.length === 0 ? 'No violation of I1 to I9.' : `${whole(violations.length)} violations.`,
  ]
}
