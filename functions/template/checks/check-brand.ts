import type { Finding } from '../finding.ts'
import type { Readable } from '../readable.ts'
import { withStandIns } from '../text-pieces.ts'

/** What the author wrote, whatever the slots are called. */
const writtenIn = (text: string): string =>
  withStandIns(
    text,
    () => '\n',
    (written) => written,
  )

/** Whoever gets a text must see who is speaking: a number tells nobody, and a sender's name is not shown in every country. */
export const checkBrand = ({ brand, texts = {} }: Readable): Finding[] =>
  brand === undefined
    ? []
    : Object.entries(texts)
        .filter(([, text]) => !writtenIn(text).includes(brand))
        .map(([locale]) => ({
          code: 'brand-missing',
          field: `texts.${locale}`,
          sentence: `does not hold the brand ${brand}`,
          remedy: `begin it with "${brand}: "`,
        }))
