import type { Finding } from '../finding.ts'
import type { Readable } from '../readable.ts'
import { slotsUsedIn, wordsUnreadIn } from '../text-pieces.ts'

const unknown = (field: string, slot: string, at: number): Finding => ({
  code: 'unknown-slot',
  field,
  at,
  sentence: `uses the slot ${slot}, which is not declared`,
  remedy: `declare ${slot} under slots, or write {{{{ where braces are meant`,
})

const unused = (field: string, slot: string): Finding => ({
  code: 'unused-slot',
  field,
  sentence: `does not use the slot ${slot}`,
  remedy: `write {{${slot}}} where it belongs, or take ${slot} out of slots and of every text`,
})

/** Every text must use every declared slot, and only declared ones: a translation that drops the code is no translation. */
export const checkSlots = ({ slotNames, texts = {} }: Readable): Finding[] =>
  slotNames === undefined
    ? []
    : Object.entries(texts).flatMap(([locale, text]) => {
        const used = slotsUsedIn(text)
        const meant = wordsUnreadIn(text)
        return [
          ...[...used].flatMap(([slot, at]) => (slotNames.includes(slot) ? [] : [unknown(`texts.${locale}`, slot, at)])),
          ...slotNames.filter((slot) => !used.has(slot) && !meant.includes(slot)).map((slot) => unused(`texts.${locale}`, slot)),
        ]
      })
