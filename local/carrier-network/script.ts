import * as z from 'zod'

/** 72 h: the longest that a receipt is known to take. */
const longest = 72 * 3_600_000
const afterMs = z.int().min(0).max(longest).default(0)
const afterAcceptance = z.boolean().default(false)
const code = z.string().min(1).max(100)

/** What happens to a carrier call, `afterMs` after its request has come in whole. */
export const CallScript = z.discriminatedUnion('fate', [
  z.strictObject({ fate: z.literal('accept'), afterMs }),
  z.strictObject({ fate: z.literal('refuse'), afterMs, code, message: z.string().min(1).optional() }),
  z.strictObject({ fate: z.literal('throttle'), afterMs, retryAfterSeconds: z.int().min(0).max(86_400).optional() }),
  /** Neither of these three tells the caller whether the message was accepted; `afterAcceptance` is the truth. */
  z.strictObject({ fate: z.enum(['hang', 'reset', 'server-error']), afterMs, afterAcceptance }),
])
export type CallScript = Readonly<z.infer<typeof CallScript>>

const failures: readonly string[] = ['undelivered', 'failed']

/** One statement about an accepted message, made `afterMs` after its acceptance. */
export const ReceiptScript = z
  .strictObject({
    afterMs,
    status: z.enum(['queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed']),
    /** Why it failed; the carrier has one of its own. */
    errorCode: code.optional(),
    /** The provider's text; the carrier has one of its own for each status. */
    providerResponse: z.string().min(1).optional(),
    /** How often the very same receipt is sent. */
    times: z.int().min(1).max(100).default(1),
    /** Whether the call's answer waits until this receipt is out. */
    beforeReply: z.boolean().default(false),
    /** Whether it tells more than the carrier always knows: price, parts, network. It does unless this is false. */
    carrierFields: z.boolean().optional(),
    /** Whether somebody else sends it, who does not know the carrier's secret. */
    forged: z.boolean().optional(),
  })
  .refine(({ status, errorCode }) => errorCode === undefined || failures.includes(status), {
    path: ['errorCode'],
    message: `only ${failures.join(' and ')} have one`,
  })
export type ReceiptScript = Readonly<z.infer<typeof ReceiptScript>>

/** What is left out keeps what a weaker script says. */
export const PhoneScript = z.strictObject({
  call: CallScript.optional(),
  receipts: z.array(ReceiptScript).max(20).optional(),
  arrives: z.boolean().optional(),
})

/** A whole carrier can also be down: nobody listens at its port. */
export const CarrierScript = PhoneScript.extend({ down: z.boolean().optional() })
export type Script = Readonly<z.infer<typeof CarrierScript>>

/** A script that leaves nothing out. */
export const FullScript = CarrierScript.required({ call: true, receipts: true })
export type FullScript = Readonly<z.infer<typeof FullScript>>

export const accepts = (call: CallScript) => call.fate === 'accept' || ('afterAcceptance' in call && call.afterAcceptance)

/** Whether the text reaches the phone: unless the script says otherwise, a silent carrier has delivered it, which is the worse case. */
export const arrives = ({ arrives: scripted, receipts }: FullScript) => {
  const statuses = receipts.filter(({ forged }) => !forged).map(({ status }) => status)
  return scripted ?? (statuses.includes('delivered') || !statuses.some((status) => failures.includes(status)))
}
