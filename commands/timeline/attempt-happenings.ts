import type { Answer, Attempt } from '../../functions/notification/attempt.ts'
import type { Failure } from '../../functions/notification/failure.ts'
import type { Price } from '../../functions/notification/receipt.ts'
import type { KeptReceipt } from '../../functions/record/list-receipts.ts'
import { partsInWords } from '../../functions/text/parts-in-words.ts'
import { forTerminal } from '../for-terminal.ts'
import type { Happening } from './happening.ts'

const failed = ({ class: failureClass, reason }: Failure): string => `${failureClass}, ${reason}`

const unlisted = (words: string | undefined): string[] =>
  words === undefined ? [] : [`which no table knows: ${forTerminal(words)}`]

const answered = (carrier: string, answer: Answer): string => {
  switch (answer.type) {
    case 'accepted':
      return `${carrier} accepted it as ${forTerminal(answer.messageId)}`
    case 'notSent': {
      const { retryAfterSeconds } = answer
      const pause = retryAfterSeconds === undefined ? [] : [`wants to be left alone for ${retryAfterSeconds} s`]
      return [`${carrier} did not take it: ${failed(answer.failure)}`, ...unlisted(answer.unclassified), ...pause].join(', ')
    }
    case 'unknown':
      return `${carrier} gave no answer that tells (${answer.reason}): it may have been sent`
    default:
      return answer satisfies never
  }
}

/** As the carrier said it, e.g. "0.00645 USD". */
export const priced = ({ amount, currency }: Price): string => `${amount} ${currency}`

const stated = ({ carrier, status, evidence, failure, unclassified, parts, price }: KeptReceipt): string =>
  [
    `${carrier} says ${status}`,
    ...(failure ? [failed(failure)] : []),
    ...(evidence ? [`by the ${evidence}'s word`] : []),
    ...unlisted(unclassified),
    ...(parts === undefined ? [] : [partsInWords(parts)]),
    ...(price ? [priced(price)] : []),
  ].join(', ')

/** What a carrier stated of an attempt. */
export const receiptHappening = (receipt: KeptReceipt): Happening => ({
  at: receipt.receivedAt,
  what: 'receipt',
  attempt: receipt.attempt,
  words: stated(receipt),
})

/** Nothing that ends an attempt was heard until its wait was over; one that was closed before was not waited for. */
const wasSilent = ({ answer, closed, deadline }: Attempt, receipts: readonly KeptReceipt[], until: Date): boolean =>
  closed &&
  answer?.type !== 'notSent' &&
  Date.parse(deadline) <= until.getTime() &&
  !receipts.some(({ status, receivedAt }) => status !== 'sent' && Date.parse(receivedAt) <= Date.parse(deadline))

const secondsTo = (deadline: string, armedAt: string): number => Math.round((Date.parse(deadline) - Date.parse(armedAt)) / 1000)

/**
 * What happened to an attempt, without what its carrier stated.
 * @param receipts of this attempt
 * @param until when its notification ended, or now
 */
export const attemptHappenings = (attempt: Attempt, receipts: readonly KeptReceipt[], until: Date): Happening[] => {
  const { number, carrier, armedAt, deadline, answer, answeredAt } = attempt
  const happening = (at: string, what: Happening['what'], words: string): Happening => ({ at, what, attempt: number, words })
  return [
    happening(armedAt, 'armed', `for ${carrier}, whose receipt may take ${secondsTo(deadline, armedAt)} s`),
    ...(answer ? [happening(answeredAt ?? armedAt, 'answered', answered(carrier, answer))] : []),
    ...(wasSilent(attempt, receipts, until) ? [happening(deadline, 'silent', `${carrier} had not said what became of it`)] : []),
  ]
}
