import * as z from 'zod'
import { isSlotName } from './is-slot-name.ts'
import { Locale } from './locale.ts'
import { Slot } from './slot.ts'
import { type Template, templateFields, Words } from './template.ts'
import { recordOfAtMost, templateLimits } from './template-limits.ts'
import { valuesWithoutWord } from './values-without-word.ts'

/** A template as far as it can be read: all of it, or of a file that is not right yet the fields that are. */
export interface Readable extends Partial<Pick<Template, 'kind' | 'brand' | 'senderId' | 'defaultLocale' | 'slots'>> {
  /** All that are declared, those that cannot be read included. */
  readonly slotNames?: readonly string[]
  /** Those of which the words can be read, if not each placeholder. */
  readonly texts?: Template['texts']
  /** Empty where the template lists none. */
  readonly links?: readonly string[]
}

const { kind, brand, senderId, links, defaultLocale } = templateFields
const Fields = z.record(z.string(), z.unknown())

/** Here a placeholder may be wrong, and white space may follow, as of a block in YAML: the words around are known all the same. */
const Texts = recordOfAtMost(
  templateLimits.texts,
  Locale,
  z
    .string()
    .transform((text) => text.trimEnd())
    .pipe(Words),
)

/** Here an example may be wrong: what the slot takes is known all the same. */
const Slots = recordOfAtMost(templateLimits.slots, z.string().refine(isSlotName), Slot)

/**
 * What there is of a template in something that may be none, so that its author hears of everything at once.
 * @param input as it was parsed from YAML
 */
export const readablePart = (input: unknown): Readable => {
  const fields = Fields.safeParse(input).data ?? {}
  const declared = Fields.safeParse(fields.slots).data
  const names = declared && Object.keys(declared)
  const locale = defaultLocale.safeParse(fields.defaultLocale).data
  const slots = Slots.safeParse(fields.slots).data
  const canBeTold = slots !== undefined && locale !== undefined && valuesWithoutWord(slots, locale).length === 0
  const written = Object.entries(Fields.safeParse(fields.texts).data ?? {}).slice(0, templateLimits.texts)
  return {
    kind: kind.safeParse(fields.kind).data,
    brand: brand.safeParse(fields.brand).data,
    senderId: senderId.safeParse(fields.senderId).data,
    links: fields.links === undefined ? [] : links.safeParse(fields.links).data,
    slotNames: names && names.length <= templateLimits.slots ? names.filter(isSlotName) : undefined,
    slots: locale === undefined || canBeTold ? slots : undefined,
    texts: Object.fromEntries(
      written.flatMap(([locale, text]) => Object.entries(Texts.safeParse({ [locale]: text }).data ?? {})),
    ),
    defaultLocale: locale,
  }
}
