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
  const asked = locale === undefined ? undefined : canonicalLocale(locale)
  for (const candidate of [...shorterAndShorter(asked), defaultLocale]) {
    const text = Object.hasOwn(texts, candidate) ? texts[candidate] : undefined
    if (text !== undefined) return { locale: candidate, text }
  }
  throw new Fault(`the template has no text for its default locale ${defaultLocale}`)
}

/** "zh-Hant-TW" → "zh-Hant-TW", "zh-Hant", "zh" */
const shorterAndShorter = (tag: string | undefined): string[] => {
  const subtags = tag?.split('-') ?? []
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'))
}
