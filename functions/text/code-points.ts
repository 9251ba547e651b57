/** The numbers of a text's characters, as Unicode writes them, e.g. "U+202E" or "U+0065 U+0301". */
export const codePoints = (text: string): string =>
  [...text].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
