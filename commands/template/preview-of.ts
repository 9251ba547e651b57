import { mostPartsOf } from '../../functions/notification/kinds.ts'
import type { Problem } from '../../functions/notification/problem.ts'
import { chooseText } from '../../functions/template/choose-text.ts'
import { compile } from '../../functions/template/compose.ts'
import { longestText } from '../../functions/template/longest-text.ts'
import { piecesOf, renderPieces } from '../../functions/template/render.ts'
import type { Template } from '../../functions/template/template.ts'
import { format } from '../../functions/template/values/values.ts'
import { beyondGsm } from '../../functions/text/beyond-gsm.ts'
import { countParts, type PartCount } from '../../functions/text/count-parts.ts'
import { splitParts } from '../../functions/text/split-parts.ts'
import { ucs2Characters } from '../../functions/text/ucs2-characters.ts'
import type { PriceEntry } from '../../infra/read-prices.ts'
import { type KnownPrice, pricesOf } from './prices-of.ts'

/** What a person would read, and what it takes to bring it there. */
export interface Preview extends PartCount {
  readonly locale: string
  readonly text: string
  /** The text of each part. */
  readonly split: readonly string[]
  /** What of the text is not in GSM 03.38 and cannot be made plain, as a reader sees it, each once: one makes all of it UCS-2. */
  readonly forceUcs2: readonly string[]
  /** What was made plain so that all is GSM, and what it would have been without; undefined where nothing was. */
  readonly normalised?: { readonly characters: readonly string[]; readonly otherwise: PartCount }
  /** With every slot at its longest. */
  readonly longest: PartCount
  /** What a text of this kind may have. */
  readonly mostParts: number
  /** For all parts; what is unknown is not there. */
  readonly prices: readonly KnownPrice[]
}

export type Previewed = ({ readonly ok: true } & Preview) | { readonly ok: false; readonly problems: readonly Problem[] }

/** The text as it would be if nothing were normalised. */
const asWritten = (template: Template, params: Readonly<Record<string, unknown>>, locale: string): string =>
  renderPieces(piecesOf(chooseText(template, locale).text), (name) => {
    const slot = template.slots[name]
    return slot ? format(slot, params[name], locale, template.defaultLocale) : ''
  })

const normalisedIn = (written: string, text: string): Preview['normalised'] =>
  written === text ? undefined : { characters: ucs2Characters(written), otherwise: countParts(written) }

/** Without parameters of its own, a slot shows its example. */
export const examplesOf = ({ slots }: Template): Record<string, unknown> =>
  Object.fromEntries(Object.entries(slots).map(([name, { example }]) => [name, example]))

/**
 * A template as it would read for somebody.
 * @param asked a locale, as a requester would ask for it; without one, the default
 * @returns all of it, or every parameter that is wrong
 */
export const previewOf = (
  template: Template,
  params: Readonly<Record<string, unknown>>,
  prices: readonly PriceEntry[],
  asked?: string,
): Previewed => {
  const composed = compile(template)(params, asked)
  if (!composed.ok) return composed
  const { locale, text, encoding, parts, units } = composed
  const normalised = normalisedIn(asWritten(template, params, locale), text)
  const { text: _, ...longest } = longestText(template, locale)
  return {
    ...{ ok: true, locale, text, encoding, parts, units, longest },
    split: splitParts(text).parts,
    forceUcs2: beyondGsm(text),
    ...(normalised && { normalised }),
    mostParts: mostPartsOf(template.kind),
    prices: pricesOf(prices, parts),
  }
}
