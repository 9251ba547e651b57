import type { Message } from '../../carrier-network/truth.ts'

/** A text as a phone shows it. */
export interface PhoneText {
  readonly carrier: string
  readonly from: string
  readonly text: string
  readonly parts: number
  readonly at: string
}

/** A number of the simulated network, and what reached it. */
export interface Phone {
  readonly number: string
  /** The newest first. */
  readonly texts: readonly PhoneText[]
  /** Older ones that are not shown. */
  readonly more: number
}

const most = { phones: 12, texts: 6 }

const textOf = ({ carrier, senderId, originationNumber, text, parts, acceptedAt }: Message): PhoneText => ({
  ...{ carrier, text, parts },
  from: senderId ?? originationNumber ?? 'a number of the carrier’s own',
  at: acceptedAt,
})

/**
 * The phones that received something, the one that did so last first.
 * @param messages all that the carriers accepted, in the order in which they did
 */
export const phonesOf = (messages: readonly Message[]): readonly Phone[] => {
  const arrived = messages.filter((message) => message.arrived).toReversed()
  const numbers = [...new Set(arrived.map(({ to }) => to))].slice(0, most.phones)
  return numbers.map((number) => {
    const theirs = arrived.filter(({ to }) => to === number)
    return { number, texts: theirs.slice(0, most.texts).map(textOf), more: Math.max(0, theirs.length - most.texts) }
  })
}
