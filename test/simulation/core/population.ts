import type { Slot } from '../../../functions/template/slot.ts'
import type { Template } from '../../../functions/template/template.ts'
import { codeCanary, parameterCanary, yearCanary } from './canaries.ts'
import { type Chance, pick } from './chance.ts'
import { idOf } from './ids.ts'
import { findTemplates } from './templates.ts'

const areas = ['415', '212', '213', '312', '206', '303', '305', '404', '512', '617', '702', '713'] as const

/** What a requester says, as an event holds it. */
export interface Request {
  readonly notificationId: string
  readonly to: string
  readonly template: string
  readonly locale: string
  readonly params: Readonly<Record<string, unknown>>
  readonly expiresAt?: string
  readonly timeZone?: string
  readonly sendAfter?: string
}

const isSome = <Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] => items.length > 0

const templateFor = (roll: number): Template => {
  const templates = findTemplates()
  if (!isSome(templates)) throw new Error('there are no templates')
  return pick(templates, roll)
}

const twoDigits = (roll: number) => String(Math.floor(roll * 100)).padStart(2, '0')

/** A legal value. Where its type has room for it, it is a canary: it may show up nowhere but in the records and in the texts. */
const valueFor = (slot: Slot, roll: number): unknown => {
  const digits = twoDigits(roll)
  switch (slot.type) {
    case 'text':
      return `${parameterCanary}${digits}`
    case 'code':
      return `${codeCanary}${digits}`
    case 'money':
      return { minorUnits: Number(`${codeCanary}${digits}`), currency: slot.currencies[0] }
    case 'date':
      return `${yearCanary}-03-${String(1 + (Number(digits) % 31)).padStart(2, '0')}`
    case 'time':
      return `14:${String(Number(digits) % 60).padStart(2, '0')}`
    case 'url':
      return `https://${slot.hosts[0]}/${parameterCanary}${digits}`
    case 'enum':
      return slot.example
    case 'number':
      return slot.example
    case 'date-time':
      return slot.example
    default:
      return slot satisfies never
  }
}

const paramsFor = ({ slots }: Template, roll: number): Record<string, unknown> =>
  Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, valueFor(slot, roll)]))

/** Half of all people read the default; the others any of the template's languages, one of which GSM 03.38 cannot write. */
const localeFor = ({ texts, defaultLocale }: Template, roll: number): string =>
  roll < 0.5 ? defaultLocale : pick([defaultLocale, ...Object.keys(texts)], roll * 2 - 1)

/** Where the recipients of marketing are, as far as their requesters say so: one night is over, one begins, one is in its midst. */
const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Tokyo'] as const

/** A tenth of all people share few numbers, so that some get more than they may. */
const fewNumbers = 4

const numberFor = (roll: (what: string) => number): string =>
  roll('shared') < 0.1
    ? `+141555501${String(Math.floor(roll('number') * fewNumbers)).padStart(2, '0')}`
    : `+1${pick(areas, roll('area'))}55501${twoDigits(roll('number'))}`

/** What a notification asks for, by its number alone. */
export const requestOf = (chance: Chance, of: number): Request => {
  const roll = (what: string) => chance('request', of, what)
  const template = templateFor(roll('template'))
  return {
    notificationId: idOf(of),
    to: numberFor(roll),
    template: template.name,
    locale: localeFor(template, roll('locale')),
    params: paramsFor(template, roll('params')),
    ...(template.kind === 'marketing' && roll('zoned') < 0.7 && { timeZone: pick(zones, roll('zone')) }),
  }
}

/** The name of its first parameter. */
export const firstOf = ({ params }: Pick<Request, 'params'>) => Object.keys(params)[0] ?? ''

/** Another value of the same type, or legal words in place of poison. */
const otherValue = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1
  const words = typeof value === 'string' ? value : parameterCanary
  return words.replace(/\d\d$/, (digits) => twoDigits(((Number(digits) + 1) / 100) % 1))
}

/** Another request under the same id: its first parameter differs. */
export const otherRequest = (request: Request): Request => {
  const first = firstOf(request)
  return { ...request, params: { ...request.params, [first]: otherValue(request.params[first]) } }
}
