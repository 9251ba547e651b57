import * as z from 'zod'

/** What was said of a message. */
export const Receipt = z.object({
  status: z.string(),
  at: z.iso.datetime(),
  errorCode: z.string().optional(),
  /** Somebody else said it. */
  forged: z.boolean().optional(),
  /** The HTTP status of each answer to it, where receipts are answered. */
  answers: z.array(z.int()).optional(),
})
export type Receipt = z.infer<typeof Receipt>

/** One text that a carrier was asked to send. What is missing was not in the request, or did not come to pass. */
export const Call = z.object({
  carrier: z.string(),
  receivedAt: z.iso.datetime(),
  /** As scripted, or `invalid`: refused for what the request said. */
  fate: z.enum(['accept', 'refuse', 'throttle', 'hang', 'reset', 'server-error', 'invalid']),
  /** The error code it was answered with. */
  code: z.string().optional(),
  /** Whether an answer went out, whatever it said: false while the call is open, and when the caller had left. */
  answered: z.boolean(),
  to: z.string().optional(),
  text: z.string().optional(),
  parts: z.int().optional(),
  smsType: z.string().optional(),
  senderId: z.string().optional(),
  originationNumber: z.string().optional(),
  messagingServiceSid: z.string().optional(),
  validitySeconds: z.int().optional(),
  /** Where receipts of this message go. */
  statusCallback: z.url().optional(),
  messageId: z.string().optional(),
  acceptedAt: z.iso.datetime().optional(),
  /** Whether the text reached the phone. */
  arrived: z.boolean().optional(),
  /** In the order in which they went out. */
  receipts: z.array(Receipt).optional(),
})
export type Call = z.infer<typeof Call>

/** A call that the carrier accepted, whether the caller knows or not. */
export const Message = Call.required({
  to: true,
  text: true,
  parts: true,
  messageId: true,
  acceptedAt: true,
  arrived: true,
  receipts: true,
})
export type Message = z.infer<typeof Message>

/** What the person sees. */
export const Text = z.object({ carrier: z.string(), from: z.string().optional(), text: z.string(), at: z.iso.datetime() })
export type Text = z.infer<typeof Text>

const isMessage = (call: Call): call is Message => call.messageId !== undefined

/** All that really happened, in the order it came in. */
export const createTruth = () => {
  let calls: Call[] = []
  const messages = () => calls.filter(isMessage)
  return {
    /** @returns the entry itself, to be completed as the call goes on */
    add: (call: Call): Call => {
      calls.push(call)
      return call
    },
    calls: () => calls,
    messages,
    textsOn: (number: string): Text[] =>
      messages()
        .filter(({ to, arrived }) => to === number && arrived)
        .map(({ carrier, senderId, originationNumber, text, acceptedAt }) => ({
          carrier,
          from: senderId ?? originationNumber,
          text,
          at: acceptedAt,
        })),
    forget: () => {
      calls = []
    },
  }
}
export type Truth = ReturnType<typeof createTruth>
