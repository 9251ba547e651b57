import type { IncomingHttpHeaders } from 'node:http'
import type { PhoneReply } from './phone-reply.ts'
import type { Answer } from './post-form.ts'
import type { ReceiptScript } from './script.ts'
import type { Call, Message, Receipt } from './truth.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface CarrierRequest {
  readonly method: string
  /** Without its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What a caller wants sent. */
export type Submission = Omit<
  Message,
  'carrier' | 'fate' | 'receivedAt' | 'answered' | 'messageId' | 'acceptedAt' | 'arrived' | 'receipts'
>

export interface Refusal {
  readonly code: string
  readonly message: string
  readonly retryAfterSeconds?: number
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A text to be sent; or a wrong request, of which is kept what can be told; or a question about earlier texts, and its answer. */
export type Reading =
  | { readonly submission: Submission }
  | { readonly refusal: Refusal; readonly told: Pick<Call, 'to' | 'text'> }
  | { readonly reply: Reply }

/** What one carrier does otherwise than the others: its words on the wire. What happens to a call is the script's. */
export interface Carrier {
  readonly name: string
  readonly vocabulary: Vocabulary
  /** What it says of an accepted text unless a script says otherwise. */
  readonly receipts: readonly ReceiptScript[]
  /** All carriers are spoken to at one port; the request's line tells them apart. */
  readonly owns: (method: string, path: string) => boolean
  readonly read: (request: CarrierRequest) => Reading
  readonly newMessageId: () => string
  readonly accepted: (message: Message) => Reply
  readonly refused: (refusal: Refusal) => Reply
  readonly throttled: Refusal
  readonly serverError: Refusal
  /**
   * Hands a receipt over, again where the carrier does so; rejects when it could not be handed over.
   * @param entry what the truth holds of it, to be completed with the answers
   * @param signal ends it at once
   */
  readonly sendReceipt: (message: Message, receipt: ReceiptScript, entry: Receipt, signal: AbortSignal) => Promise<void>
  /** Brings what a phone writes back to whoever owns the number; a carrier that keeps it to itself has none. @returns the last answer */
  readonly sendReply?: (reply: PhoneReply, url: string, signal: AbortSignal) => Promise<Answer>
}
