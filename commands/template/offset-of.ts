import { type Document, isNode, isScalar } from 'yaml'

interface Said {
  /** e.g. "texts.de" */
  readonly field: string
  /** Where in the field's text a placeholder opens, where something is said of one. */
  readonly at?: number | undefined
}

/** Where in a file stands what something is said of: a placeholder where it can be told, else the field's value. */
export const offsetOf = (document: Document.Parsed, source: string, { field, at }: Said): number =>
  (at === undefined ? undefined : offsetOfPlaceholder(document, source, field, at)) ?? offsetOfField(document, field)

/** Where a field's value begins, or, where it has none, the nearest thing around it. */
const offsetOfField = (document: Document.Parsed, field: string): number => {
  const path = field.split('.')
  const nodes = path.map((_, index) => document.getIn(path.slice(0, path.length - index), true))
  return [...nodes, document.contents].find((node) => isNode(node))?.range?.[0] ?? 0
}

/**
 * Braces are found by counting them: YAML folds and indents the lines of a value and doubles its quotes, but leaves its braces as
 * they are. Where some are written as escapes the counts differ, and nothing is found.
 */
const offsetOfPlaceholder = (document: Document.Parsed, source: string, field: string, at: number): number | undefined => {
  const node = document.getIn(field.split('.'), true)
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined
  const [start, end] = node.range
  const inText = bracesIn(node.value.normalize('NFC'))
  const inFile = bracesIn(source.slice(start, end))
  const found = inFile.length === inText.length ? inFile[inText.indexOf(at)] : undefined
  return found === undefined ? undefined : start + found
}

const bracesIn = (words: string): number[] => [...words.matchAll(/\{\{/g)].map(({ index }) => index)
