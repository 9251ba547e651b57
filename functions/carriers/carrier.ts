import type { Answer } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'

/** Who a text comes from: either is configured by carrier × country × kind; neither leaves it to the carrier. */
export interface Sender {
  /** Shown as the sender: 3 to 11 letters and digits, one letter at least. */
  readonly senderId?: string | undefined
  /** One of our own numbers, for that country. */
  readonly originationNumber?: string | undefined
}

export interface Message {
  /** E.164. */
  readonly to: string
  readonly text: string
  readonly sender: Sender
}

/** A service that takes SMS. Each carrier's file holds its wire call, its code table and its receipt reader. */
export interface Carrier {
  readonly name: CarrierName
  /** One request to the carrier, never a second: no SMS API in use recognises a repeat. */
  readonly send: (message: Message) => Promise<Answer>
}
