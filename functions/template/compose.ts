import { Fault } from '../notification/fault.ts'
import type { Problem } from '../notification/problem.ts'
import { type SentText, sentText } from '../text/as-sent.ts'
import { septetsOf } from '../text/gsm-03-38.ts'
import { chooseText } from './choose-text.ts'
import { holdsLink } from './holds-link.ts'
import { judgeOf } from './judge-parameters.ts'
import { type PreparedText, prepareText } from './prepare-text.ts'
import { renderPieces } from './render.ts'
import type { Template } from './template.ts'
import { valuesOf } from './values/values.ts'

/** What of a template decides its texts. */
export type WithSlots = Pick<Template, 'slots' | 'texts' | 'defaultLocale' | 'links'>

/** The very text that a phone gets, and what it costs to send. */
export interface Composed extends SentText {
  readonly ok: true
  /** of the template's text that was chosen, e.g. "en" for "en-AU" */
  readonly locale: string
}

export interface NotComposed {
  readonly ok: false
  /** all that is wrong with the parameters */
  readonly problems: readonly Problem[]
}

/** @param params as the requester gave them @param locale of the recipient, e.g. "en-GB"; the template's default where there is none */
export type Compose = (params: Readonly<Record<string, unknown>>, locale?: string) => Composed | NotComposed

/**
 * Makes a checked template ready to be composed many times: each of its texts is read once, when it is first needed.
 * Composing judges the parameters, formats them for the language, renders, judges what came of it, normalises and counts.
 */
export const compile = ({ slots, texts, defaultLocale, links = [] }: WithSlots): Compose => {
  const judge = judgeOf(slots)
  const declared = declaredIn(slots)
  const prepared = new Map<string, PreparedText>()
  const prepare = (locale: string, source: string): PreparedText => {
    const text = prepareText(source, links, (slot) => declared(slot).type)
    prepared.set(locale, text)
    return text
  }

  return (params, asked) => {
    const problems = judge(params)
    if (problems.length > 0) return { ok: false, problems }
    const { locale, text: source } = chooseText({ texts, defaultLocale }, asked)
    const { sent, searched, septets: ofLiterals } = prepared.get(locale) ?? prepare(locale, source)
    const wordsOf = (slot: string) => declared(slot).format(params[slot], locale, defaultLocale)
    let septets = ofLiterals // to which the values' are added, so that the long text is not read once more
    const text = renderPieces(sent, (slot) => {
      const words = wordsOf(slot)
      septets = sum(septets, septetsOf(words))
      return words
    })
    if (holdsLink(searched === sent ? text : renderPieces(searched, wordsOf))) return madeLink
    return { ok: true, locale, ...sentText(text, septets) }
  }
}

const declaredIn = (slots: WithSlots['slots']) => {
  const values = new Map(Object.entries(slots).map(([name, slot]) => [name, { ...valuesOf(slot), type: slot.type }] as const))
  return (slot: string) => {
    const found = values.get(slot)
    if (found === undefined) throw new Fault(`the slot ${slot} is not declared`)
    return found
  }
}

const sum = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one + other

/** Each value was judged by itself; together with its neighbours it is more than that. */
const madeLink: NotComposed = {
  ok: false,
  problems: [{ field: 'params', problem: 'would make a link, or what a phone would show as one, of the text around them' }],
}
