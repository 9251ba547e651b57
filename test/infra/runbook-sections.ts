import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Headings of the runbook, as GitHub links to them. */
export const runbookSections = (): readonly string[] =>
  readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8')
    .split('\n')
    .filter((line) => /^#+ /.test(line))
    .map((line) =>
      line
        .replace(/^#+ /, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    )
