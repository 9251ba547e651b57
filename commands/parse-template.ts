import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { Problem } from '../functions/notification/problem.ts'
import { problemsOf } from '../functions/notification/problems-of.ts'
import { checkReadable, checkTemplate } from '../functions/template/check-template.ts'
import { readablePart } from '../functions/template/readable.ts'
import { Template } from '../functions/template/template.ts'
import { describeFinding } from './describe-review.ts'
import { remedyOf } from './remedy-of.ts'

export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  /** The template is there where it can be read and only the checks find something. */
  | { readonly ok: false; readonly problems: readonly string[]; readonly template?: Template }

/**
 * Reads one template file and checks it.
 * @param source YAML
 * @param name what the template must be called: the file's name without ".yaml"
 * @returns the template, or every problem with its line and column, and what would be right, e.g.
 *   "7:7: texts.en does not use the slot eta (unused-slot): write {{eta}} where it belongs"; while the YAML itself is broken,
 *   only what is wrong with that
 */
export const parseTemplate = (source: string, name: string): ParsedTemplate => {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
  const at = (offset: number, sentence: string) => `${placeOf(lines, offset)}: ${sentence}`
  const broken = [
    ...[...document.errors, ...document.warnings].map((error) => at(error.pos[0], error.message)),
    ...aliasesOf(document).map((offset) => at(offset, 'An alias is not allowed; write its value out')),
  ]
  if (broken.length > 0) return { ok: false, problems: broken }

  const input: unknown = document.toJS()
  const parsed = Template.safeParse(input)
  const wrong = [...misnamed(document.get('name'), name), ...(parsed.success ? [] : problemsOf(parsed.error))]
  const findings = parsed.success ? checkTemplate(parsed.data) : checkReadable(readablePart(input))
  const typeOf = (slot: string) => document.getIn(['slots', slot, 'type'])
  const problems = [
    ...wrong.map((problem) => ({ field: problem.field, said: describe(problem, remedyOf(problem, typeOf)) })),
    ...findings.map((finding) => ({ field: finding.field, said: describeFinding(finding) })),
  ]
    .map(({ field, said }) => ({ offset: offsetOf(document, field), said }))
    .sort((one, other) => one.offset - other.offset)
    .map(({ offset, said }) => at(offset, said))
  if (parsed.success && problems.length === 0) return { ok: true, template: parsed.data }
  return { ok: false, problems, ...(parsed.success && wrong.length === 0 && { template: parsed.data }) }
}

const describe = ({ field, problem }: Problem, remedy: string | undefined) =>
  remedy === undefined ? `${field} ${problem}` : `${field} ${problem}: ${remedy}`

const misnamed = (found: unknown, name: string): Problem[] =>
  typeof found === 'string' && found !== name ? [{ field: 'name', problem: `must be ${name}, as the file is called` }] : []

const aliasesOf = (document: Document.Parsed): number[] => {
  const offsets: number[] = []
  visit(document, { Alias: (_, { range }) => void offsets.push(range?.[0] ?? 0) })
  return offsets
}

/** Where a field's value begins, or, where it has none, the nearest thing around it. */
const offsetOf = (document: Document.Parsed, field: string): number => {
  const path = field.split('.')
  const nodes = path.map((_, index) => document.getIn(path.slice(0, path.length - index), true))
  return [...nodes, document.contents].find((node) => isNode(node))?.range?.[0] ?? 0
}

const placeOf = (lines: LineCounter, offset: number): string => {
  const { line, col } = lines.linePos(offset)
  return `${Math.max(line, 1)}:${Math.max(col, 1)}`
}
