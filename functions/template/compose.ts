import { Fault } from '../notification/fault.ts'
import type { Problem } from '../notification/problem.ts'
import { asSent } from '../text/as-sent.ts'
import { countParts, type PartCount } from '../text/count-parts.ts'
import { withoutLinks } from './checks/links-in.ts'
import { chooseText } from './choose-text.ts'
import { holdsLink } from './holds-link.ts'
import { judgeParameters } from './judge-parameters.ts'
import type { Piece } from './parse-text.ts'
import { piecesOf, renderPieces } from './render.ts'
import type { Slot } from './slot.ts'
import type { Template } from './template.ts'
import { valuesOf } from './values/values.ts'

/** What of a template decides its texts. */
export type WithSlots = Pick<Template, 'slots' | 'texts' | 'defaultLocale' | 'links'>

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
 * Composing judges the parameters, formats them for the language, renders, judges what came of it, normalises and counts.
 */
export const compile = ({ slots, texts, defaultLocale, links = [] }: WithSlots): Compose => {
  const values = new Map(Object.entries(slots).map(([name, slot]) => [name, { ...valuesOf(slot), type: slot.type }] as const))
  const piecesByLocale = new Map<string, Pieces>()

  return (params, asked) => {
    const problems = judgeParameters(slots, params)
    if (problems.length > 0) return { ok: false, problems }
    const { locale, text: source } = chooseText({ texts, defaultLocale }, asked)
    const { sent, judged } = piecesByLocale.get(locale) ?? readPieces(source, links)
    piecesByLocale.set(locale, { sent, judged })
    const ofSlot = (slot: string) => {
      const found = values.get(slot)
      if (found === undefined) throw new Fault(`the slot ${slot} is not declared`)
      return found
    }
    const wordsOf = (slot: string) => ofSlot(slot).format(params[slot], locale, defaultLocale)
    if (holdsLink(renderPieces(judged, (slot) => standIns[ofSlot(slot).type] ?? wordsOf(slot)))) return madeLink
    const text = asSent(renderPieces(sent, wordsOf))
    return { ok: true, locale, text, ...countParts(text) }
  }
}

interface Pieces {
  readonly sent: readonly Piece[]
  /** The same without the links that the template lists, which are let through. */
  readonly judged: readonly Piece[]
}

const readPieces = (text: string, links: readonly string[]): Pieces => {
  const sent = piecesOf(text)
  const judged = sent.map((piece) => ('literal' in piece ? { literal: withoutLinks(piece.literal, links) } : piece))
  return { sent, judged }
}

/**
 * What stands for a value where the whole text is searched for links: nothing for an address, which its hosts let through, and a
 * digit for what Intl writes, whose dots are its own ("1.200.100.150"). Words and codes are read as they are.
 */
const standIns: Partial<Record<Slot['type'], string>> = {
  url: ' ',
  number: '0',
  money: '0',
  date: '0',
  time: '0',
  'date-time': '0',
}

/** Each value was judged by itself; together with its neighbours it is more than that. */
const madeLink: NotComposed = {
  ok: false,
  problems: [{ field: 'params', problem: 'would make a link, or what a phone would show as one, of the text around them' }],
}
