import * as z from 'zod'
import { type CarrierName, carrierNames } from '../notification/carrier-name.ts'
import { kinds } from '../notification/kinds.ts'
import type { Notification } from '../notification/notification.ts'
import type { Sender } from './carrier.ts'

/** A name in place of a number, which nobody can reply to. */
export const SenderId = z
  .string()
  .regex(/^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/, 'must be 3 to 11 letters and digits, one letter at least')

/** One line of the table of senders; a carrier, country or kind that is left out stands for all of them. */
export const SenderRule = z.strictObject({
  carrier: z.enum(carrierNames).optional(),
  /** ISO 3166 alpha-2. */
  country: z.string().length(2).optional(),
  kind: z.enum(kinds).optional(),
  senderId: SenderId.optional(),
  messagingServiceSid: z
    .string()
    .regex(/^MG[0-9a-f]{32}$/, 'must be MG and 32 hexadecimal digits')
    .optional(),
  originationNumber: z
    .string()
    .regex(/^\+?[0-9]{5,14}$/, 'must be 5 to 14 digits')
    .optional(),
})
export type SenderRule = Readonly<z.infer<typeof SenderRule>>

/** The name that the template asks for, else the sender of the first rule that fits; neither lets the carrier choose. */
export const senderOf =
  (rules: readonly SenderRule[]) =>
  ({ kind, plan }: Notification, carrier: CarrierName): Sender => {
    if (plan?.senderId !== undefined) return { senderId: plan.senderId }
    const fits = (rule: SenderRule) =>
      (rule.carrier ?? carrier) === carrier && (rule.country ?? plan?.country) === plan?.country && (rule.kind ?? kind) === kind
    const { senderId, originationNumber, messagingServiceSid } = rules.find(fits) ?? {}
    return { senderId, originationNumber, messagingServiceSid }
  }
