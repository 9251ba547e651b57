import { isAsExpected, type Seen } from './run-demonstration.ts'

const columns = ['notification', 'kind', 'asked', 'outcome', 'texted', 'seconds', 'on the phone']

const row = (seen: Seen): string[] => {
  const { request, times, outcome, phone } = seen
  const { kind, secondsToDeliver, reason } = outcome?.detail ?? {}
  return [
    request.notificationId,
    kind ?? '-',
    `${times} x`,
    outcome?.detailType.replace('Notification ', '') ?? 'none',
    `${phone.length} x`,
    secondsToDeliver?.toFixed(1) ?? '-',
    phone[0] ?? reason ?? '-',
    isAsExpected(seen) ? '' : '  <- not as expected',
  ]
}

/** The table that ends a demonstration. */
export const summary = (seen: readonly Seen[]): string => {
  const rows = [columns, ...seen.map(row)]
  const widths = columns.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
