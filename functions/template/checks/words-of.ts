import type { Readable } from '../readable.ts'
import { withStandIns } from '../text-pieces.ts'

export interface Words {
  /** e.g. "texts.de" or "slots.level.values.gold.de" */
  readonly field: string
  readonly words: string
}

/**
 * All that the author wrote for recipients: the texts and the words of their enum slots.
 *
 * A slot in a text stands there as a link could be made of it: an address as its own example, which is listed by its hosts, and
 * anything else as two letters, so that `{{shop}}.example` and `shop.example/{{order}}` show themselves.
 */
export const wordsOf = ({ texts = {}, slots = {} }: Readable): Words[] =>
  wordsBeside({ texts, slots }, (name) => {
    const slot = Object.hasOwn(slots, name) ? slots[name] : undefined
    return slot?.type === 'url' ? slot.example : 'xx'
  })

/** The same with something else in place of the slots. */
export const wordsBeside = ({ texts = {}, slots = {} }: Readable, standIn: (slot: string) => string): Words[] => [
  ...Object.entries(texts).map(([locale, text]) => ({ field: `texts.${locale}`, words: withStandIns(text, standIn) })),
  ...Object.entries(slots).flatMap(([name, slot]) =>
    slot.type !== 'enum'
      ? []
      : Object.entries(slot.values).flatMap(([value, byLocale]) =>
          Object.entries(byLocale).map(([locale, words]) => ({ field: `slots.${name}.values.${value}.${locale}`, words })),
        ),
  ),
]
