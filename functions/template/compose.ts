import { Fault } from '../notification/fault.ts'
import type { Problem } from '../notification/problem.ts'
import { asSent } from '../text/as-sent.ts'
import { countParts, type PartCount } from '../text/count-parts.ts'
import { chooseText } from './choose-text.ts'
import { judgeParameters } from './judge-parameters.ts'
import type { Piece } from './parse-text.ts'
import { piecesOf, renderPieces } from './render.ts'
import type { Template } from './template.ts'
import { valuesOf } from './values/values.ts'

/** What of a template decides its texts. */
export type WithSlots = Pick<Template, 'slots' | 'texts' | 'defaultLocale'>

/** The very text that a phone gets, and what it costs to send. */
export interface Composed extends PartCount {
  readonly ok: true
  /** of the template's text that was chosen, e.g. "en" for "en-AU" */
  readonly locale: string
  readonly text: string
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
 * Composing judges the parameters, formats them for the language, renders, normalises and counts.
 */
export const compile = ({ slots, texts, defaultLocale }: WithSlots): Compose => {
  const values = new Map(Object.entries(slots).map(([name, slot]) => [name, valuesOf(slot)] as const))
  const piecesByLocale = new Map<string, readonly Piece[]>()

  return (params, asked) => {
    const problems = judgeParameters(slots, params)
    if (problems.length > 0) return { ok: false, problems }
    const { locale, text: source } = chooseText({ texts, defaultLocale }, asked)
    const pieces = piecesByLocale.get(locale) ?? piecesOf(source)
    piecesByLocale.set(locale, pieces)
    const text = asSent(
      renderPieces(pieces, (slot) => {
        const ofSlot = values.get(slot)
        if (ofSlot === undefined) throw new Fault(`the slot ${slot} is not declared`)
        return ofSlot.format(params[slot], locale, defaultLocale)
      }),
    )
    return { ok: true, locale, text, ...countParts(text) }
  }
}
