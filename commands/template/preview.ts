import { sentenceOf } from '../../functions/notification/problem.ts'
import type { Template } from '../../functions/template/template.ts'
import { readPrices } from '../../infra/read-prices.ts'
import { Failed } from '../failed.ts'
import type { JsonOption, ParamOption } from '../options.ts'
import { print } from '../print.ts'
import { readParameters } from '../read-parameters.ts'
import { styled } from '../styled.ts'
import type { TargetOptions } from '../target.ts'
import { examplesOf, type Preview, previewOf } from './preview-of.ts'
import { showPreview } from './show-preview.ts'
import { findSource } from './source.ts'

export interface PreviewOptions extends TargetOptions, JsonOption, ParamOption {
  /** Without it, every locale that the template has a text for. */
  readonly locale?: string
}

/**
 * Previews a template in one locale, or in all.
 * @throws a sentence that names every wrong parameter
 */
export const previewsOf = (
  template: Template,
  typed: Readonly<Record<string, string>> = {},
  locales: readonly string[] = Object.keys(template.texts),
): Preview[] => {
  const params = { ...examplesOf(template), ...readParameters(template.slots, typed) }
  const prices = readPrices()
  return locales.map((locale) => {
    const previewed = previewOf(template, params, prices, locale)
    if (!previewed.ok) throw new Failed(sentenceOf(previewed.problems))
    const { ok, ...preview } = previewed
    return preview
  })
}

/** `heliograph template preview <file|name@version>` */
export const templatePreview = async (words: string, options: PreviewOptions): Promise<void> => {
  const { from, template, problems } = await findSource(words, options)
  const previews = previewsOf(template, options.param, options.locale === undefined ? undefined : [options.locale])
  const shown = previews.flatMap((preview) => [...showPreview(`${from}, ${template.kind}`, preview), ''])
  const found = problems.map((problem) => styled('yellow', problem))
  const lines = found.length > 0 ? [...shown, ...found] : shown.slice(0, -1)
  print({ template: from, kind: template.kind, previews, problems }, lines, options)
}
