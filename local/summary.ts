import { isAsExpected, type Seen } from './run-demonstration.ts'

const inColumns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? []
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const row = (seen: Seen): string[] => {
  const { request, times, outcome, phone } = seen
  const { kind, carrier, attempt, secondsToDeliver, reason } = outcome?.detail ?? {}
  return [
    request.notificationId,
    kind ?? '-',
    `${times} x`,
    outcome?.detailType.replace('Notification ', '') ?? 'none',
    carrier ?? '-',
    String(attempt ?? '-'),
    `${phone.length} x`,
    secondsToDeliver?.toFixed(1) ?? '-',
    phone[0] ?? reason ?? '-',
    isAsExpected(seen) ? '' : '<- not as expected',
  ]
}

/** The table that ends a demonstration: what became of each, and what its phone shows. */
export const summary = (seen: readonly Seen[]): string =>
  inColumns([
    ['notification', 'kind', 'asked', 'outcome', 'by', 'attempt', 'texted', 'seconds', 'on the phone', ''],
    ...seen.map(row),
  ])

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** The table that ends a burst: what arrived by whom, in how many seconds, and how often a person was texted. */
export const summaryByCarrier = (seen: readonly Seen[]): string => {
  const byCarrier = Map.groupBy(seen, ({ outcome }) => outcome?.detail.carrier ?? 'nobody')
  const rows = [...byCarrier].map(([carrier, those]) => {
    const seconds = those.flatMap(({ outcome }) => outcome?.detail.secondsToDeliver ?? [])
    const texted = [...new Set(those.map(({ phone }) => phone.length))].sort().map((times) => `${times} x`)
    return [
      carrier,
      String(those.length),
      median(seconds)?.toFixed(1) ?? '-',
      Math.max(0, ...seconds).toFixed(1),
      texted.join(', '),
    ]
  })
  return inColumns([['by', 'delivered', 'seconds (median)', 'seconds (most)', 'each texted'], ...rows])
}
