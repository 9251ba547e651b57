import { canonicalLocale } from '../notification/canonical-locale.ts'
import { Fault } from '../notification/fault.ts'
import type { Template } from './template.ts'

export interface ChosenText {
  /** the template's, not the one asked for, e.g. "en" */
  readonly locale: string
  readonly text: string
}

/**
 * The template's text for a recipient's language: the locale asked for, then each shorter form of it (en-GB, en), then
 * the template's default, also for what is no locale at all. Source: RFC 4647 §3.4, lookup.
 * @param locale e.g. "en-GB", in any case
 */
export const chooseText = ({ texts, defaultLocale }: Pick<Template, 'texts' | 'defaultLocale'>, locale?: string): ChosenText => {
  const [chosen, text] = lookUp(texts, locale, defaultLocale) ?? []
  if (chosen === undefined || text === undefined)
    throw new Fault(`the template has no text for its default locale ${defaultLocale}`)
  return { locale: chosen, text }
}

/** The entry of a record by locale that fits best, by the same rule; undefined where even the default has none. */
export const lookUp = (
  byLocale: Readonly<Record<string, string>>,
  locale: string | undefined,
  defaultLocale: string,
): readonly [locale: string, words: string] | undefined => {
  const exact = entryFor(byLocale, locale ?? defaultLocale)
  if (exact !== undefined) return exact
  for (const candidate of [...shorterAndShorter(locale), defaultLocale]) {
    const found = entryFor(byLocale, candidate)
    if (found !== undefined) return found
  }
  return undefined
}

const entryFor = (byLocale: Readonly<Record<string, string>>, locale: string): readonly [string, string] | undefined => {
  const words = Object.hasOwn(byLocale, locale) ? byLocale[locale] : undefined
  return words === undefined ? undefined : [locale, words]
}

/** "zh-hant-TW" → "zh-Hant-TW", "zh-Hant", "zh" */
const shorterAndShorter = (locale: string | undefined): string[] => {
  const subtags = (locale === undefined ? undefined : canonicalLocale(locale))?.split('-') ?? []
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'))
}
