import { type Attempt, attemptStatuses } from '../../../functions/notification/attempt.ts'
import { failureClasses } from '../../../functions/notification/failure.ts'
import type { Receipt } from '../../../functions/notification/receipt.ts'
import type { Statement } from '../core/ledger.ts'
import type { Case } from './case.ts'

/**
 * Whether a statement can be known to be about its attempt. Twilio's names it. SNS's does not: "SNS carries none: stays unknown"
 * (F26) where the answer with its id was never kept; and of an id that two messages have, "whose text it is, nobody can tell".
 */
export const canBeTold = ({ call }: Statement, { record }: Case): boolean => {
  if (call.carrier === 'twilio') return true
  const answer = record?.attempts[call.attempt - 1]?.answer
  return !call.sharesId && answer?.type === 'accepted' && answer.messageId === call.messageId
}

const hasFact = ({ call, told }: Statement, { facts }: Case): boolean =>
  facts.some(
    ({ attempt, receipt }) =>
      attempt === call.attempt &&
      receipt.messageId === call.messageId &&
      (told === 'delivered' || told === 'sent' ? receipt.status === told : receipt.failure?.class === told),
  )

const countable = (one: Case) =>
  one.statements.filter((statement) => statement.genuine && statement.takenAt !== undefined && canBeTold(statement, one))

/** I4: a receipt that was taken is kept as a fact of its attempt. */
export const noReceiptIsLost = (one: Case): string[] =>
  countable(one).flatMap((statement) =>
    hasFact(statement, one) ? [] : [`a receipt (${statement.told}) of attempt ${statement.call.attempt} was taken and lost`],
  )

/** I4: a delivery that was told and taken is the outcome, whatever else was. */
export const noDeliveryIsLost = (one: Case): string[] =>
  countable(one).some(({ told }) => told === 'delivered') && one.record?.outcome !== 'delivered'
    ? [`a delivery was told, and the outcome is ${one.record?.outcome}`]
    : []

/** F33: without a receipt nothing is delivered; of an id that two messages have, the receipt may be the other's. */
export const nothingIsMadeUp = ({ statements, record, calls }: Case): string[] =>
  record?.outcome === 'delivered' &&
  record.confirmed === undefined &&
  !calls.some(({ sharesId }) => sharesId) &&
  !statements.some(({ told, genuine }) => genuine && told === 'delivered')
    ? ['the outcome is delivered, and no carrier said so']
    : []

const rank = (status: Attempt['status']) => attemptStatuses.indexOf(status)

/** The strongest of all that was said, found by looking at all of it at once: no order comes into it. */
const strongest = (attempt: Attempt, receipts: readonly Receipt[]) => {
  const isAnswered = attempt.answer?.type === 'accepted' || attempt.status === 'accepted'
  const status = Math.max(rank(isAnswered ? 'accepted' : 'armed'), ...receipts.map((receipt) => rank(receipt.status)))
  const failures = receipts.flatMap(({ failure }) => (failure ? failureClasses.indexOf(failure.class) : []))
  return { status: attemptStatuses[status], failureClass: failureClasses[Math.min(...failures)] }
}

/**
 * I4: an attempt's status is that of all its facts together, in whatever order and however often they came. A fact may lie there
 * whose receipt was never taken: its function died after the first write, and the carrier gave up; it may count or not.
 */
export const statusIsMerged = ({ record, facts, statements }: Case): string[] =>
  (record?.attempts ?? []).flatMap((attempt) => {
    if (attempt.evidence === 'recipient') return []
    const own = facts.filter((fact) => fact.attempt === attempt.number).map(({ receipt }) => receipt)
    const said = strongest(attempt, own)
    const taken = strongest(attempt, own.filter(isTakenOf(statements.filter(({ call }) => call.attempt === attempt.number))))
    const isMerged = [said, taken].some((one) => attempt.status === one.status && attempt.failure?.class === one.failureClass)
    return isMerged ? [] : [`attempt ${attempt.number} is ${attempt.status}, its facts say ${said.status}`]
  })

/** A fact of which no carrier's statement is known came by another way, so it counts. */
const isTakenOf =
  (statements: readonly Statement[]) =>
  ({ status, failure }: Receipt): boolean => {
    const same = statements.filter(({ told }) => told === (failure?.class ?? status))
    return same.length === 0 || same.some(({ takenAt }) => takenAt !== undefined)
  }

/** F32: nobody else speaks for a carrier. */
export const nothingForgedIsTaken = ({ statements }: Case): string[] =>
  statements.some(({ genuine, takenAt, call }) => !genuine && takenAt !== undefined && call.carrier === 'twilio')
    ? ['a forged or foreign callback was taken']
    : []
