import { holdsHiddenCharacter } from '../functions/template/holds-hidden-character.ts'
import { codePoints } from '../functions/text/code-points.ts'

/**
 * What others wrote, so that a terminal shows it and obeys none of it: a hidden character becomes its number, e.g. "<U+001B>". Line breaks
 * are numbers too, or one line could pass for several.
 */
export const forTerminal = (written: string): string =>
  Array.from(written, (character) => (holdsHiddenCharacter(character) ? `<${codePoints(character)}>` : character)).join('')
