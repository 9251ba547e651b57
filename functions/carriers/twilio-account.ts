import * as z from 'zod'

/** What a new deployment has for a sid, until its operator puts the real account in. */
export const placeholderSid = `AC${'0'.repeat(32)}`

/** The account that texts and whose receipts are believed, as its secret holds it. */
export const TwilioAccount = z.object({
  /** Part of the address of every call, hence the form. */
  accountSid: z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits'),
  /** Never empty: anybody can sign with an empty key. */
  authToken: z.string().min(1),
  /** While the token is rotated: receipts may still be signed with the one before. */
  formerAuthToken: z.string().min(1).optional(),
})
export type TwilioAccount = Readonly<z.infer<typeof TwilioAccount>>
