import * as z from 'zod'
import { CarrierName } from '../notification/carrier-name.ts'
import { CountryCode } from '../notification/country-code.ts'

/** That a carrier is taken out for a while, everywhere or for the numbers of one country. People alone say it. */
export const Drain = z.object({
  carrier: CarrierName,
  /** Left out where it holds for every country. */
  country: CountryCode.optional(),
  from: z.iso.datetime(),
  /** From this instant on it is over by itself. */
  until: z.iso.datetime(),
  reason: z.string(),
  /** The ARN of whoever said so. */
  by: z.string(),
})
export type Drain = Readonly<z.infer<typeof Drain>>
