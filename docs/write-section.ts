import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const end = '<!-- end -->'

/**
 * A document with one of its sections written anew: the lines between the comment that opens it and the next `<!-- end -->`.
 * @param opening all of the comment, e.g. "<!-- planted bugs: made by npm run mutants -->"
 * @throws when the document does not have that section exactly once
 */
export const withSection = (document: string, opening: string, content: string): string => {
  const [before, after, ...more] = document.split(opening)
  const rest = after?.indexOf(end) ?? -1
  if (before === undefined || after === undefined || more.length > 0 || rest < 0)
    throw new Error(`The document has no single section from ${opening} to ${end}`)
  return `${before}${opening}\n\n${content.trim()}\n\n${after.slice(rest)}`
}

/** Writes one section of a document of this folder anew, e.g. of "proof.md". Everything else in it stays. */
export const writeSection = (name: string, opening: string, content: string): void => {
  const file = join(import.meta.dirname, name)
  writeFileSync(file, withSection(readFileSync(file, 'utf8'), opening, content))
}
