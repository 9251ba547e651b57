import * as z from 'zod'
import { canonicalLocale } from '../notification/canonical-locale.ts'
import { kinds } from '../notification/kinds.ts'
import { recordOf } from '../notification/record-of.ts'
import { checkPlaceholders } from './check-placeholders.ts'
import { isSlotName, slotNameRule } from './is-slot-name.ts'
import { judgeValue } from './judge-value.ts'
import { parseText } from './parse-text.ts'
import { Slot } from './slot.ts'

/** e.g. "order-shipped" */
export const TemplateName = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by dashes')

const SlotName = z.string().refine(isSlotName, slotNameRule)

const Locale = z
  .string()
  .refine((tag) => canonicalLocale(tag) === tag, 'must be a BCP 47 language tag in its usual spelling, like en or en-GB')

const SlotWithExample = Slot.superRefine((slot, context) => {
  const problem = judgeValue(slot, slot.example)
  if (problem !== undefined) context.addIssue({ code: 'custom', path: ['example'], message: problem })
})

/** At most 1,600 UTF-16 units: no carrier takes more at once, and some take less of UCS-2. */
const Text = z
  .string()
  .normalize('NFC')
  .max(1600)
  .refine((text) => text !== '' && text === text.trim(), 'must not be blank, nor begin or end with white space')
  .refine((text) => text.isWellFormed() && !/[^\P{Cc}\n]/u.test(text), 'holds a control character or half a surrogate pair')
  .superRefine((text, context) => {
    const parsed = parseText(text)
    if (!parsed.ok) for (const message of parsed.problems) context.addIssue({ code: 'custom', message })
  })

/** Enough of a template to compare its texts with its slots, so that this is not put off until all else is right. */
const SlotsAndTexts = z.object({ slots: z.record(z.string(), z.unknown()), texts: z.record(z.string(), z.string()) })
const TextsAndDefault = z.object({ texts: z.record(z.string(), z.unknown()), defaultLocale: z.string() })

/**
 * A template as its author writes it: versioned text with typed slots, per locale, belonging to one kind (design §7).
 * Every wrong field is named at once; see `problemsOf`.
 */
export const Template = z
  .strictObject({
    name: TemplateName,
    kind: z.enum(kinds),
    /** for reviewers; no recipient sees it */
    description: z.string().optional(),
    slots: recordOf(SlotName, SlotWithExample),
    texts: recordOf(Locale, Text),
    defaultLocale: Locale,
  })
  .superRefine(
    ({ slots, texts }, context) => {
      for (const { locale, problem } of checkPlaceholders(Object.keys(slots).filter(isSlotName), texts))
        context.addIssue({ code: 'custom', path: ['texts', locale], message: problem })
    },
    { when: ({ value }) => SlotsAndTexts.safeParse(value).success },
  )
  .refine(({ texts, defaultLocale }) => Object.hasOwn(texts, defaultLocale), {
    path: ['defaultLocale'],
    error: 'has no text',
    when: ({ value }) => TextsAndDefault.safeParse(value).success,
  })
export type Template = z.infer<typeof Template>

/** A template as it is stored: immutable, numbered from 1 within its name. */
export const TemplateVersion = Template.safeExtend({ version: z.int().min(1) })
export type TemplateVersion = z.infer<typeof TemplateVersion>
