import * as z from 'zod'

export const carrierNames = ['sns', 'twilio'] as const
export const CarrierName = z.enum(carrierNames)
export type CarrierName = z.infer<typeof CarrierName>
