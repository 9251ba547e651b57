import { createHmac } from 'node:crypto'

/** Keeps who was texted what recognisable and unreadable: a keyed hash. */
export interface Hasher {
  /** Which key: hashes of different keys cannot be compared. */
  readonly keyId: string
  /** @param purpose keeps the two uses of one key apart */
  readonly hash: (purpose: 'recipient' | 'request', value: string) => string
}

export const hasher = (keyId: string, key: string): Hasher => ({
  keyId,
  hash: (purpose, value) => createHmac('sha256', key).update(`${purpose}\n${value}`).digest('hex'),
})

/** A number may be written with blanks and the like, also where that is why it is refused: whoever it belongs to is the same. */
export const hashRecipient = ({ hash }: Hasher, to: string): string => hash('recipient', to.replaceAll(/[^+\d]/g, ''))
