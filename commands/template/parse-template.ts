import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import type { Problem } from '../../functions/notification/problem.ts'
import { problemsOf } from '../../functions/notification/problems-of.ts'
import { checkReadable, checkTemplate } from '../../functions/template/check-template.ts'
import type { FindingCode } from '../../functions/template/finding.ts'
import { parseText } from '../../functions/template/parse-text.ts'
import { readablePart } from '../../functions/template/readable.ts'
import { Template } from '../../functions/template/template.ts'
import { forTerminal } from '../for-terminal.ts'
import { offsetOf } from './offset-of.ts'
import { remedyOf } from './remedy-of.ts'

/** One thing that is wrong with a file, and where. */
export interface Misplaced {
  readonly line: number
  readonly column: number
  /** e.g. "texts.de"; nothing while the YAML itself is broken. */
  readonly field?: string
  readonly sentence: string
  /** Of the check that found it; what the schema finds has none. */
  readonly code?: FindingCode
  readonly remedy?: string | undefined
}

export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  /** The template is there where it can be read and only the checks find something. */
  | { readonly ok: false; readonly problems: readonly Misplaced[]; readonly template?: Template }

/** e.g. "7:7: texts.en does not use the slot eta (unused-slot): write {{eta}} where it belongs" */
export const describeMisplaced = ({ line, column, field, sentence, code, remedy }: Misplaced): string => {
  const said = [...(field === undefined ? [] : [field]), sentence, ...(code === undefined ? [] : [`(${code})`])].join(' ')
  return `${line}:${column}: ${forTerminal(remedy === undefined ? said : `${said}: ${remedy}`)}`
}

/**
 * Reads one template file and checks it.
 * @param source YAML
 * @param name what the template must be called: the file's name without ".yaml"
 * @returns the template, or every problem with its line and column, and what would be right; while the YAML itself is broken, only what
 *   is wrong with that
 */
export const parseTemplate = (source: string, name: string): ParsedTemplate => {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
  const broken = brokenIn(document)
  if (broken.length > 0) return { ok: false, problems: broken.map((one) => placed(lines, one)) }

  const input: unknown = document.toJS()
  const parsed = Template.safeParse(input)
  const wrong = [...misnamed(document.get('name'), name), ...(parsed.success ? [] : problemsOf(parsed.error, writtenField))]
  const findings = parsed.success ? checkTemplate(parsed.data) : checkReadable(readablePart(input))
  const typeOf = (slot: string) => document.getIn(['slots', slot, 'type'])
  const problems = [
    ...wrong.map((one) => ({
      field: one.field,
      sentence: one.problem,
      remedy: remedyOf(one, typeOf),
      at: placeOfUnread(document, one),
    })),
    ...findings,
  ]
    .map(({ at, ...problem }) => ({ ...problem, offset: offsetOf(document, source, { field: problem.field, at }) }))
    .sort((one, other) => one.offset - other.offset)
    .map((one) => placed(lines, one))
  if (parsed.success && problems.length === 0) return { ok: true, template: parsed.data }
  return { ok: false, problems, ...(parsed.success && wrong.length === 0 && { template: parsed.data }) }
}

type Found = Omit<Misplaced, 'line' | 'column'> & { readonly offset: number }

const placed = (lines: LineCounter, { offset, ...found }: Found): Misplaced => {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1), ...found }
}

const brokenIn = (document: Document.Parsed): Found[] => [
  ...[...document.errors, ...document.warnings].map(({ pos: [offset], message }) => ({ offset, sentence: message })),
  ...aliasesOf(document).map((offset) => ({ offset, sentence: 'An alias is not allowed; write its value out' })),
]

/** An author's names are for the author to read. */
const writtenField = (...path: readonly PropertyKey[]): string => (path.length === 0 ? 'the input' : path.map(String).join('.'))

const misnamed = (found: unknown, name: string): Problem[] =>
  typeof found === 'string' && found !== name ? [{ field: 'name', problem: `must be ${name}, as the file is called` }] : []

/** Where in its text the placeholder opens that the schema could not read. */
const placeOfUnread = (document: Document.Parsed, { field, problem: said }: Problem): number | undefined => {
  const text = document.getIn(field.split('.'))
  const parsed = typeof text === 'string' ? parseText(text.normalize('NFC')) : undefined
  return parsed?.ok === false ? parsed.unread.find(({ problem }) => problem === said)?.at : undefined
}

const aliasesOf = (document: Document.Parsed): number[] => {
  const offsets: number[] = []
  visit(document, { Alias: (_, { range }) => void offsets.push(range?.[0] ?? 0) })
  return offsets
}
