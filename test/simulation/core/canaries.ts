import { findTemplates } from './templates.ts'

/** A code begins so, and no other number of the simulation holds these digits. */
export const codeCanary = '7373'

/** Stands in every parameter that is no code. */
export const parameterCanary = 'CANARY'

/** Every date begins so, for a day takes no words. */
export const yearCanary = '2073'

/** Every number is a fictional one: +1 xxx 555 01xx, or Australia's and Berlin's. */
const numberCanary = '55501\\d\\d|61491570156'

/** Every text of the templates begins so. */
const textCanary = 'Heliograph Shop'

const canaries = new RegExp(`${parameterCanary}|${codeCanary}\\d\\d|${yearCanary}-|${numberCanary}|${textCanary}`)

/** Whether a text holds a number, a parameter, a code or a rendered text. */
export const holdsPersonalData = (text: string): boolean => canaries.test(text)

/** The canary of texts is only as good as the templates that begin with it. */
for (const { name, texts } of findTemplates())
  if (!Object.values(texts).every((text) => text.startsWith(textCanary))) throw new Error(`${name} begins with other words`)
