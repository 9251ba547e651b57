import { writeSection } from '../../docs/write-section.ts'
import { type Change, changes } from './stryker-report.ts'
import { type Survivor, survivors } from './survivors.ts'

const reasonFor = ({ file, from, to }: Change): Survivor | undefined =>
  (survivors[file] ?? []).find((known) => from.startsWith(known.from) && (known.to ?? to) === to)

const code = (text: string) => `\`${text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\``

const row = (change: Change) => {
  const { file, line, from, to } = change
  return `| \`${file}\` ${line} | ${code(from)} | ${code(to)} | ${reasonFor(change)?.why} |`
}

/** What nothing explains, and explanations of what is noticed by now: in sentences. */
const complaints = (survived: readonly Change[]) => {
  const used = new Set(survived.map(reasonFor))
  const unexplained = survived
    .filter((change) => reasonFor(change) === undefined)
    .map(
      ({ file, line, from, to }) =>
        `${file}:${line}: no test notices that ${from} becomes ${to}, and survivors.ts gives no reason`,
    )
  const needless = Object.entries(survivors).flatMap(([file, known]) =>
    known
      .filter((one) => !used.has(one))
      .map(({ from }) => `${file}: a test notices any change of ${from}: take its reason out of survivors.ts`),
  )
  return [...unexplained, ...needless]
}

const inOrder = (a: Change, b: Change) => a.file.localeCompare(b.file, 'en') || a.line - b.line || (row(a) < row(b) ? -1 : 1)

const all = changes()
const survived = all.filter(({ noticed }) => !noticed).toSorted(inOrder)
const count = `${all.length - survived.length} of ${all.length} changes to the rules`
const score = ((100 * (all.length - survived.length)) / all.length).toFixed(1)
const wrong = complaints(survived)
for (const sentence of wrong) console.error(sentence)
if (wrong.length > 0) process.exitCode = 1
else {
  const table = ['| where | this | may become | because |', '| --- | --- | --- | --- |', ...survived.map(row)].join('\n')
  writeSection('proof.md', '<!-- survivors: made by npm run stryker -->', `The tests notice ${count}: ${score} %.\n\n${table}`)
  console.log(`The tests notice ${count} (${score} %), and docs/proof.md says why none can notice the others.`)
}
