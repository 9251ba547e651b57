import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { Problem } from '../functions/notification/problem.ts'
import { problemsOf } from '../functions/notification/problems-of.ts'
import { Template } from '../functions/template/template.ts'

export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads one template file.
 * @param source YAML
 * @param name what the template must be called: the file's name without ".yaml"
 * @returns the template, or every problem with its line and column, e.g. "7:7: texts.en does not use the slot eta"; while
 *   the YAML itself is broken, only what is wrong with that
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

  const parsed = Template.safeParse(document.toJS())
  const found = [...misnamed(document.get('name'), name), ...(parsed.success ? [] : problemsOf(parsed.error))]
  const placed = found.map(({ field, problem }) => ({ offset: offsetOf(document, field), sentence: `${field} ${problem}` }))
  const problems = placed.sort((one, other) => one.offset - other.offset).map(({ offset, sentence }) => at(offset, sentence))
  return parsed.success && problems.length === 0 ? { ok: true, template: parsed.data } : { ok: false, problems }
}

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
