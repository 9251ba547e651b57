import * as z from 'zod'

/**
 * Words of the requester's, like a name or an order number.
 * `maxLength` is in UTF-16 units after NFC, as a phone counts them: an emoji is two.
 */
const TextSlot = z.strictObject({ type: z.literal('text'), maxLength: z.int().min(1).max(500), example: z.string() })

/** A one-time code: exactly so many digits, leading zeros included. */
const CodeSlot = z.strictObject({ type: z.literal('code'), length: z.int().min(4).max(10), example: z.string() })

/** What a template says of one of its slots; the example serves previews and checks and must itself be a legal value. */
export const Slot = z.discriminatedUnion('type', [TextSlot, CodeSlot])
export type Slot = z.infer<typeof Slot>
