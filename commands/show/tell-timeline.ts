import { hanging } from '../hanging.ts'
import type { Happening } from '../timeline/happening.ts'
import { since } from '../timeline/since.ts'

const widths = { since: 8, what: 9, attempt: 2 }

const rowOf = ({ at, what, attempt, words }: Happening, start: string, columns: number | undefined): string[] => {
  const head = [
    new Date(at).toISOString().slice(11, 19),
    since(at, start).padStart(widths.since),
    what.padEnd(widths.what),
    (attempt === undefined ? '' : `#${attempt}`).padEnd(widths.attempt),
    '',
  ].join('  ')
  return hanging(head, head.length, words, columns)
}

/**
 * A row a happening, under its day: UTC, how long after the request, what it was, of which attempt, in words.
 * @param columns of the terminal; undefined in a pipe: nothing is wrapped
 */
export const tellTimeline = (happenings: readonly Happening[], columns: number | undefined): string[] => {
  const start = happenings.find(({ what }) => what === 'requested')?.at ?? happenings[0]?.at ?? ''
  const days = Map.groupBy(happenings, ({ at }) => new Date(at).toISOString().slice(0, 10))
  return [...days].flatMap(([day, those]) => [`${day} UTC`, ...those.flatMap((one) => rowOf(one, start, columns))])
}
