import { holdsLink } from '../holds-link.ts'

/** Letters that an address cannot run on with; Chinese, Japanese and Korean ones follow it without a blank. */
const runsOn = '[[\\p{L}\\p{M}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]]'

/** An address as a whole: nothing that could belong to one comes before it, or after it but the end of a sentence. */
const whole = (link: string) =>
  new RegExp(`(?<![!#-&*-~]|${runsOn})${RegExp.escape(link)}(?=[.,;:!?\\)]*(?![!-~]|${runsOn}))`, 'giv')

/** With its scheme, and without it as people write it. */
const formsOf = (link: string) => [link, link.replace(/^https:\/\//, '')]

/** Whether a text holds this very link. */
export const mentions = (words: string, link: string): boolean => formsOf(link).some((form) => whole(form).test(words))

/**
 * What a phone would make links of.
 * @param listed links that are passed over
 */
export const linksIn = (words: string, listed: readonly string[] = []): string[] => {
  const rest = listed.flatMap(formsOf).reduce((left, form) => left.replaceAll(whole(form), ' '), words)
  return rest.split(/\s+/).filter(holdsLink)
}
