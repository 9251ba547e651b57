import { holdsLink } from '../holds-link.ts'

/** Letters that an address cannot run on with; Chinese, Japanese and Korean ones follow it without a blank. */
const runsOn = '[[\\p{L}\\p{M}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]]'

/** An address as a whole: nothing that could belong to one comes before it, or after it but the end of a sentence. */
const whole = (link: string) =>
  new RegExp(`(?<![!#-&*-~]|${runsOn})${RegExp.escape(link)}(?=[.,;:!?\\)]*(?![!-~]|${runsOn}))`, 'giv')

/** With its scheme, and without it as people write it. */
const formsOf = (link: string) => [link, link.replace(/^https:\/\//, '')]

/**
 * What a phone would make links of.
 * @param listed links that are passed over
 */
export const linksIn = (words: string, listed: readonly string[] = []): string[] =>
  withoutLinks(words, listed).split(/\s+/).filter(holdsLink)

/** A text with a blank, or something else, in place of each listed link. */
export const withoutLinks = (words: string, listed: readonly string[], instead = ' '): string =>
  listed.flatMap(formsOf).reduce((left, form) => left.replaceAll(whole(form), instead), words)
