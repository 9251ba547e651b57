import type { ReceiptScript } from './script.ts'
import type { Call, Message } from './truth.ts'

/** What a caller wants sent. */
export type Submission = Pick<Message, 'to' | 'text' | 'parts' | 'smsType' | 'senderId' | 'originationNumber'>

export interface Refusal {
  readonly code: string
  readonly message: string
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Of a wrong request, what can be told of it is kept. */
export type Reading =
  | { readonly submission: Submission }
  | { readonly refusal: Refusal; readonly told: Pick<Call, 'to' | 'text'> }

/** What one carrier does otherwise than the others: its words on the wire. What happens to a call is the script's. */
export interface Carrier {
  readonly name: string
  /** All carriers share one port; the request's line tells them apart. */
  readonly owns: (method: string, path: string) => boolean
  readonly read: (body: string) => Reading
  readonly newMessageId: () => string
  readonly accepted: (messageId: string) => Reply
  readonly refused: (refusal: Refusal) => Reply
  readonly throttled: Refusal
  readonly serverError: Refusal
  /** Rejects when the receipt could not be handed over; `signal` ends it at once. */
  readonly sendReceipt: (message: Message, receipt: ReceiptScript, signal: AbortSignal) => Promise<void>
}
