import type { Mutant } from './mutant.ts'

const cell = (text: string) => text.replaceAll('|', '\\|')

/** The bugs, the test that catches each, and what it would break, in Markdown. */
export const table = (mutants: readonly Mutant[]): string =>
  [
    `${mutants.length} bugs of one line each, every one of them caught by the test beside it.`,
    '',
    '| bug | where | caught by | breaks |',
    '| --- | --- | --- | --- |',
    ...mutants.map(
      ({ name, file, caughtBy, breaks }) =>
        `| ${cell(name)} | \`${file}\` | \`${caughtBy.file}\`: ${cell(caughtBy.test)} | ${breaks} |`,
    ),
  ].join('\n')

/** The comment that opens the table's section of docs/proof.md. */
export const section = '<!-- planted bugs: made by npm run mutants -->'
