import { septets } from './gsm-03-38.ts'

/** The characters that make a text UCS-2, each once, in their order; none for a text of GSM 03.38. */
export const ucs2Characters = (text: string): string[] => [...new Set(text)].filter((character) => !septets.has(character))
