import handlebars from 'handlebars'
import { Liquid } from 'liquidjs'
import mustache from 'mustache'
import { SegmentedMessage } from 'sms-segments-calculator'
import { compile } from '../functions/template/compose.ts'
import { format } from '../functions/template/values/values.ts'
import { normalise } from '../functions/text/normalise.ts'
import type { RenderCase } from './render-cases.ts'

export interface Counted {
  readonly text: string
  readonly parts: number
}

/** Makes a template ready, as its engine would have it, and answers what is then done for every notification. */
export type Pipeline = (given: RenderCase) => () => Counted

const counted = (text: string): Counted => ({ text, parts: new SegmentedMessage(text).segmentsCount })

/** The engines know no types: they are handed words, ready for the language, and so are spared that work. */
const wordsFor = ({ template: { slots, defaultLocale }, params, alphabet }: RenderCase): Record<string, string> =>
  Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => {
      const words = format(slot, params[name], defaultLocale, defaultLocale)
      return [name, alphabet === 'GSM' ? normalise(words) : words]
    }),
  )

const textOf = ({ template: { texts, defaultLocale } }: RenderCase): string => texts[defaultLocale] ?? ''

export const ours: Pipeline = ({ template, params }) => {
  const compose = compile(template)
  return () => {
    const composed = compose(params)
    if (!composed.ok) throw new Error('the parameters do not fit')
    return composed
  }
}

/** Each with its template parsed before and nothing escaped, joined with the vendor's own counter of parts. */
export const peers: Readonly<Record<string, Pipeline>> = {
  liquidjs: (given) => {
    const liquid = new Liquid()
    const [template, words] = [liquid.parse(textOf(given)), wordsFor(given)]
    return () => counted(String(liquid.renderSync(template, words)))
  },
  handlebars: (given) => {
    const [render, words] = [handlebars.compile<Record<string, string>>(textOf(given), { noEscape: true }), wordsFor(given)]
    return () => counted(render(words))
  },
  mustache: (given) => {
    const [text, words] = [textOf(given), wordsFor(given)]
    mustache.parse(text)
    return () => counted(mustache.render(text, words, {}, { escape: String }))
  },
}
