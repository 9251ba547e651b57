import type { Answer, AttemptRef } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'

/** Who a text comes from: either is configured by carrier × country × kind; neither leaves it to the carrier. */
export interface Sender {
  /** Shown as the sender: 3 to 11 letters and digits, one letter at least. */
  readonly senderId?: string | undefined
  /** One of our own numbers, for that country. */
  readonly originationNumber?: string | undefined
  /** A pool of senders at Twilio, "MG…". */
  readonly messagingServiceSid?: string | undefined
}

export interface Message {
  /** E.164. */
  readonly to: string
  readonly text: string
  readonly sender: Sender
  /** Travels with the text where the carrier lets it, so that its receipts name the attempt. */
  readonly attempt: AttemptRef
  /** Whether it must arrive, where a carrier has a more reliable way for that. */
  readonly isTransactional: boolean
  /** Seconds that the text is still of use. */
  readonly validForSeconds: number
}

/** A service that takes SMS. Each carrier's file holds its wire call, its code table and its receipt reader. */
export interface Carrier {
  readonly name: CarrierName
  /** Reads what the request needs. Asked before an attempt is armed, so that nothing is lost when that takes too long. */
  readonly prepare?: () => Promise<void>
  /** One request to the carrier, never a second: no SMS API in use recognises a repeat. */
  readonly send: (message: Message) => Promise<Answer>
}
