import * as z from 'zod'

/** 72 h: the longest that a receipt is known to take. */
const longest = 72 * 3_600_000
const afterMs = z.int().min(0).max(longest).default(0)
const afterAcceptance = z.boolean().default(false)

/** What happens to a carrier call, `afterMs` after its request has come in whole. */
export const CallScript = z.discriminatedUnion('fate', [
  z.strictObject({ fate: z.literal('accept'), afterMs }),
  z.strictObject({ fate: z.literal('refuse'), afterMs, code: z.string().min(1).max(100), message: z.string().min(1).optional() }),
  z.strictObject({ fate: z.literal('throttle'), afterMs }),
  /** Neither of these three tells the caller whether the message was accepted; `afterAcceptance` is the truth. */
  z.strictObject({ fate: z.enum(['hang', 'reset', 'server-error']), afterMs, afterAcceptance }),
])
export type CallScript = Readonly<z.infer<typeof CallScript>>

/** One statement about an accepted message, made `afterMs` after its acceptance. */
export const ReceiptScript = z.strictObject({
  afterMs,
  status: z.enum(['delivered', 'undelivered']),
  /** The provider's text; the carrier has one of its own for each status. */
  providerResponse: z.string().min(1).optional(),
  /** How often the very same receipt is sent. */
  times: z.int().min(1).max(100).default(1),
  /** Whether the call's answer waits until this receipt is out. */
  beforeReply: z.boolean().default(false),
  /** Whether it tells more than the carrier always knows: price, parts, network. */
  carrierFields: z.boolean().default(true),
})
export type ReceiptScript = Readonly<z.infer<typeof ReceiptScript>>

/** What is left out keeps what a weaker script says: a phone's is stronger than a carrier's, which is stronger than the default. */
export const Script = z.strictObject({
  call: CallScript.optional(),
  receipts: z.array(ReceiptScript).max(20).optional(),
  arrives: z.boolean().optional(),
})
export type Script = Readonly<z.infer<typeof Script>>

export const defaultScript = {
  call: CallScript.parse({ fate: 'accept' }),
  receipts: [ReceiptScript.parse({ afterMs: 300, status: 'delivered' })],
}
export type FullScript = typeof defaultScript & Pick<Script, 'arrives'>

export const accepts = (call: CallScript) => call.fate === 'accept' || ('afterAcceptance' in call && call.afterAcceptance)

/** Whether the text reaches the phone: unless the script says otherwise, a silent carrier has delivered it, which is the worse case. */
export const arrives = ({ arrives: scripted, receipts }: FullScript) =>
  scripted ?? (receipts.length === 0 || receipts.some(({ status }) => status === 'delivered'))
