import type { Finding } from '../finding.ts'
import { type Piece, parseText, type Unread } from '../parse-text.ts'
import type { Readable } from '../readable.ts'

/** Scripts that put no blank between words, or join endings to a name. What they make of a value is judged as it is sent. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
const letter = `[[\\p{L}\\p{M}\\p{N}]--[${unspaced.map((script) => `\\p{Script=${script}}`).join('')}]]`

/** What makes one word of a slot and the text before it, or the one after it. A full stop or colon that ends something does not. */
const runsInto = new RegExp(`(?:${letter}|[.:\\/])$`, 'v')
const runsOn = new RegExp(`^(?:${letter}|\\/|[.:](?=${letter}|\\/))`, 'v')

type Neighbour = Piece | Unread | undefined

/** Of a neighbour that cannot be read nobody knows what it will be. */
const isJoined = (before: Neighbour, after: Neighbour): boolean =>
  [before, after].some((piece) => piece !== undefined && 'slot' in piece) ||
  (before !== undefined && 'literal' in before && runsInto.test(before.literal)) ||
  (after !== undefined && 'literal' in after && runsOn.test(after.literal))

const joined = (field: string, slot: string, at: number): Finding => ({
  code: 'text-joined',
  field,
  at,
  sentence: `joins the slot ${slot} to what stands beside it, and a requester's words could make a link of both`,
  remedy: `put a blank, a comma or a quotation mark between {{${slot}}} and its neighbour`,
})

/** Words of a requester's stand on their own, so that no two of them, nor one and the text, put a link together. */
export const checkJoined = ({ slots = {}, texts = {} }: Readable): Finding[] =>
  Object.entries(texts).flatMap(([locale, text]) => {
    const { pieces } = parseText(text)
    const found = pieces.flatMap((piece, index) =>
      'slot' in piece && isText(slots, piece.slot) && isJoined(pieces[index - 1], pieces[index + 1]) ? [piece] : [],
    )
    const bySlot = Map.groupBy(found, ({ slot }) => slot)
    return [...bySlot].flatMap(([slot, [first]]) => (first ? [joined(`texts.${locale}`, slot, first.at)] : []))
  })

const isText = (slots: NonNullable<Readable['slots']>, name: string) => Object.hasOwn(slots, name) && slots[name]?.type === 'text'
