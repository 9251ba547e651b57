const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a terminal draws twice as wide: emoji, and the scripts of East Asia. Source: Unicode, UAX 11, as terminals follow it. */
const isWide = (grapheme: string): boolean =>
  /^\p{Emoji_Presentation}|\uFE0F|^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uFF01-\uFF60\uFFE0-\uFFE6]/u.test(
    grapheme,
  )

/** A text's graphemes with the columns that each takes on a terminal. */
export const drawn = (text: string): { readonly grapheme: string; readonly columns: number }[] =>
  Array.from(graphemes.segment(text), ({ segment }) => ({ grapheme: segment, columns: isWide(segment) ? 2 : 1 }))

/** How many columns a text takes on a terminal. */
export const displayWidth = (text: string): number => drawn(text).reduce((sum, { columns }) => sum + columns, 0)
