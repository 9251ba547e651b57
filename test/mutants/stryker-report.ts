import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const Place = z.object({ line: z.int(), column: z.int() })

/** As Stryker writes it. Source: its `mutation-testing-report-schema`. */
const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({ status: z.string(), replacement: z.string().default(''), location: z.object({ start: Place, end: Place }) }),
      ),
    }),
  ),
})

/** One change that Stryker made to a rule. */
export interface Change {
  readonly file: string
  readonly line: number
  /** What stood there. */
  readonly from: string
  readonly to: string
  /** Whether a test noticed. One that never ends is noticed, too; what cannot even be loaded is no change. */
  readonly noticed: boolean
}

const placeIn = (source: string, { line, column }: z.infer<typeof Place>) =>
  source.split('\n', line - 1).reduce((length, text) => length + text.length + 1, 0) + column - 1

/** The changes of Stryker's last run. */
export const changes = (): Change[] => {
  const file = join(import.meta.dirname, '../../.local/stryker.json')
  const { files } = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status))
      .map(({ status, replacement: to, location: { start, end } }) => {
        const from = source.slice(placeIn(source, start), placeIn(source, end))
        return { file, line: start.line, from, to, noticed: status === 'Killed' || status === 'Timeout' }
      }),
  )
}
