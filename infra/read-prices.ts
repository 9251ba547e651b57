import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { type CarrierName, carrierNames } from '../functions/notification/carrier-name.ts'
import { sentenceOf } from '../functions/notification/problem.ts'
import { problemsOf } from '../functions/notification/problems-of.ts'
import type { PriceList } from '../functions/text/price-of.ts'

const Entry = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
  carrier: z.enum(carrierNames),
  /** For one part. A string, so that it stays as it was read. */
  usd: z.string().regex(/^(?!0+(\.0+)?$)[0-9]{1,3}(\.[0-9]{1,6})?$/, "must be a price like '0.00645', and more than nothing"),
  /** Who says so. */
  source: z.url({ protocol: /^https$/, error: 'must be the https address of who says so' }),
  dated: z.iso.date('must be the day it was read, like 2026-11-22'),
})

/** One price of `infra/prices.yaml`. */
export type PriceEntry = Readonly<z.infer<typeof Entry>>

const Entries = z.array(Entry).superRefine((entries, context) => {
  const seen = new Set<string>()
  for (const [index, { country, carrier }] of entries.entries()) {
    const key = `${country} ${carrier}`
    if (seen.has(key))
      context.addIssue({ code: 'custom', path: [index], message: 'is a second price for its country and carrier' })
    seen.add(key)
  }
})

const shipped = join(import.meta.dirname, 'prices.yaml')

/**
 * The prices that are known, each with who says so and since when.
 * @throws one error with a sentence that names every entry that cannot be used
 */
export const readPrices = (file: string = shipped): readonly PriceEntry[] => {
  const parsed = Entries.safeParse(parse(readFileSync(file, 'utf8')) ?? [])
  if (!parsed.success) throw new Error(`The prices cannot be used: ${sentenceOf(problemsOf(parsed.error))}`)
  return parsed.data
}

/** Those that a deployment can meet. */
export const priceList = (
  entries: readonly PriceEntry[],
  countries: readonly string[],
  carriers: readonly CarrierName[],
): PriceList => {
  const list: Record<string, Partial<Record<CarrierName, number>>> = {}
  for (const { country, carrier, usd } of entries)
    if (countries.includes(country) && carriers.includes(carrier)) list[country] = { ...list[country], [carrier]: Number(usd) }
  return list
}
