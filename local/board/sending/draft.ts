import { readParameters } from '../../../commands/read-parameters.ts'
import { lookUp } from '../../../functions/template/choose-text.ts'
import type { Slot } from '../../../functions/template/slot.ts'
import type { TemplateVersion } from '../../../functions/template/template.ts'
import { decimalsOf } from '../../../functions/template/values/minor-units.ts'

/** What somebody is about to send, as it was typed. */
export interface Draft {
  readonly template: TemplateVersion
  readonly to: string
  readonly locale: string
  /** By slot. */
  readonly typed: Readonly<Record<string, string>>
}

const aNumber = '+14155550123'

/** An example as somebody would type it, e.g. "49.90 EUR": what `readParameters` reads. */
const typedExample = (slot: Slot): string => {
  if (slot.type !== 'money') return String(slot.example)
  const { minorUnits, currency } = slot.example
  const decimals = decimalsOf(currency)
  const digits = String(minorUnits).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`} ${currency}`
}

export const slotField = (name: string) => `param.${name}`

/**
 * What a form or an address says of a text to be sent; what it leaves out is as the template's examples have it.
 * @returns undefined where no template is sent at all
 */
export const draftOf = (said: URLSearchParams, templates: readonly TemplateVersion[]): Draft | undefined => {
  const template = templates.find(({ name }) => name === said.get('template')) ?? templates[0]
  if (template === undefined) return undefined
  const isOfAnother = said.get('filled') !== template.name // then its slots were another template's
  const typed = Object.entries(template.slots).map(([name, slot]) => [
    name,
    (isOfAnother ? undefined : said.get(slotField(name))) ?? typedExample(slot),
  ])
  const [locale = template.defaultLocale] = lookUp(template.texts, said.get('locale') || undefined, template.defaultLocale) ?? []
  return { template, to: said.get('to') || aNumber, locale, typed: Object.fromEntries(typed) }
}

/** As values for the template's slots. */
export const parametersOf = ({ template, typed }: Draft): Record<string, unknown> => readParameters(template.slots, typed)
