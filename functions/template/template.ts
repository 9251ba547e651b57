import * as z from 'zod'
import { SenderId } from '../carriers/senders.ts'
import { kinds } from '../notification/kinds.ts'
import { isSlotName, slotNameRule } from './is-slot-name.ts'
import { isVisible } from './is-visible.ts'
import { Locale } from './locale.ts'
import { parseText } from './parse-text.ts'
import { Slot } from './slot.ts'
import { recordOfAtMost, templateLimits } from './template-limits.ts'
import { judge } from './values/values.ts'
import { valuesWithoutWord } from './values-without-word.ts'

/** e.g. "order-shipped" */
export const TemplateName = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by dashes')

const SlotName = z.string().refine(isSlotName, slotNameRule)

/** An example must be a value that a requester could send. */
const SlotWithExample = Slot.superRefine((slot, context) => {
  const problem = judge(slot, slot.example)
  if (problem !== undefined) context.addIssue({ code: 'custom', path: ['example'], message: problem })
})

/** A text but for its placeholders. At most 1,600 UTF-16 units: no carrier takes more at once, and some take less of UCS-2. */
export const Words = z
  .string()
  .normalize('NFC')
  .max(1600)
  .refine((text) => text !== '' && text === text.trim(), 'must not be blank, nor begin or end with white space')
  .refine((text) => text.isWellFormed() && text.split('\n').every(isVisible), 'holds a hidden character or half a surrogate pair')

const Text = Words.superRefine((text, context) => {
  const parsed = parseText(text)
  if (!parsed.ok) for (const { problem } of parsed.unread) context.addIssue({ code: 'custom', message: problem })
})

const Brand = z
  .string()
  .normalize('NFC')
  .min(2)
  .max(30)
  .refine(
    (brand) => brand === brand.trim() && isVisible(brand) && !/[{}]/.test(brand),
    'must be a name, as people know the sender by',
  )

const Description = z
  .string()
  .min(1)
  .max(500)
  .refine((words) => words.isWellFormed() && isVisible(words), 'must be one line of visible characters')

/** Written out to its host, which is what a reader and every rule take it to lead to: no user, no port, no other spelling. */
const isHttps = (link: string) => /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(?=[/?#]|$)/.test(link) && URL.canParse(link)
const Link = z
  .string()
  .max(500)
  .refine(
    (link) => isHttps(link) && isVisible(link) && !/[\s{}]/.test(link),
    'must be a whole https address, like https://shop.example/help',
  )

/** The fields of a template file. Their descriptions are what an editor shows. */
export const templateFields = {
  name: TemplateName.describe('What requesters call the template; the name of its file without .yaml.'),
  kind: z.enum(kinds).describe('Decides for how long and how often it is tried, and how many parts a text may take.'),
  brand: Brand.describe('Who is speaking; each text must hold it.'),
  description: Description.describe('For reviewers: when the text is sent, and by whom. No recipient sees it.'),
  senderId: SenderId.describe('Shown as the sender where a country allows it; nobody can reply to it.').optional(),
  links: z
    .array(Link)
    .min(1)
    .max(templateLimits.links)
    .describe('Addresses that the texts themselves may hold; no others.')
    .optional(),
  slots: recordOfAtMost(templateLimits.slots, SlotName, SlotWithExample).describe('By name, what a requester fills in.'),
  texts: recordOfAtMost(templateLimits.texts, Locale, Text).describe(
    'By locale. {{slot}} is replaced by its parameter; {{{{ stands for two braces.',
  ),
  defaultLocale: Locale.describe('The locale of the text that everybody gets for whose language there is none.'),
}

/** Enough of a template to compare two of its fields, so that this is not put off until all else is right. */
const TextsAndDefault = z.object({ texts: z.record(z.string(), z.unknown()), defaultLocale: z.string() })
const SlotsAndDefault = z.object({ slots: z.record(z.string(), z.unknown()), defaultLocale: z.string() })

/**
 * A template as its author writes it: versioned text with typed slots, per locale, belonging to one kind (design §7).
 * Every wrong field is named at once; see `problemsOf`. What it says is judged by `checkTemplate`.
 */
export const Template = z
  .strictObject(templateFields)
  .refine(({ texts, defaultLocale }) => Object.hasOwn(texts, defaultLocale), {
    path: ['defaultLocale'],
    error: 'has no text',
    when: ({ value }) => TextsAndDefault.safeParse(value).success,
  })
  .superRefine(
    ({ slots, defaultLocale }, context) => {
      for (const { slot, value } of valuesWithoutWord(slots, defaultLocale))
        context.addIssue({
          code: 'custom',
          path: ['slots', slot, 'values', value],
          message: 'has no word for the default locale',
        })
    },
    { when: ({ value }) => SlotsAndDefault.safeParse(value).success },
  )
export type Template = z.infer<typeof Template>

/** A template as it is stored: immutable, numbered from 1 within its name. It is read as `StoredVersion`. */
export type TemplateVersion = Template & { readonly version: number }
