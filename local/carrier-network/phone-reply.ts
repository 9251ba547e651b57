import * as z from 'zod'
import { PhoneNumber } from './phone-number.ts'

/** What somebody writes on a phone. */
export const WrittenReply = z.strictObject({
  text: z.string().max(1_600),
  /** Our number that they write to; without it the one that texted them last. */
  to: PhoneNumber.optional(),
  /** What the carrier takes it for, where the account has taught it more words than its own. */
  optOutType: z.enum(['STOP', 'START', 'HELP']).optional(),
  /** Somebody else brings it, who is not the carrier. */
  forged: z.boolean().optional(),
  /** The carrier's name of the text; the same again is the same text again. */
  messageId: z
    .string()
    .regex(/^SM[0-9a-f]{32}$/)
    .optional(),
})
export type WrittenReply = z.infer<typeof WrittenReply>

/** The same, by whom and to whom. */
export interface PhoneReply extends WrittenReply {
  /** In E.164. */
  readonly from: string
  readonly to: string
}

/** Where a carrier brings what people write. */
export const ReplyAddress = z.strictObject({ url: z.url() })
