import { holdsHiddenCharacter } from './holds-hidden-character.ts'

/**
 * U+200C and U+200D, U+200E, U+200F and U+061C: Persian, the scripts of India and emoji need the joiners, Hebrew and Arabic the marks of
 * direction, which rearrange nothing but their neighbours. Between two letters that need neither, and within an address, they would only hide.
 */
const needed =
  /(?<![\p{N}./@\-\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\u200c-\u200f\u061c])[\u200c-\u200f\u061c]|[\u200c-\u200f\u061c](?![\p{N}./@\-\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\u200c-\u200f\u061c])/gu

/** Whether a person sees all of one line that an author wrote, but for what some scripts cannot be written without. */
export const isVisible = (line: string): boolean => !holdsHiddenCharacter(line.replace(needed, ''))
