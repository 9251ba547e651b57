import type { Outcome } from '../../../functions/notification/outcome.ts'
import type { StatusDetailType } from '../../../functions/publish/status-event.ts'
import type { Case } from './case.ts'

const typeOf: Readonly<Record<Outcome, StatusDetailType>> = {
  delivered: 'Notification Delivered',
  accepted: 'Notification Accepted',
  undeliverable: 'Notification Undeliverable',
  expired: 'Notification Expired',
  rejected: 'Notification Rejected',
  suppressed: 'Notification Suppressed',
  cancelled: 'Notification Cancelled',
  unknown: 'Notification Unknown',
}

const isSpoilt = ({ deadLetters }: Case) => deadLetters.some(({ queue }) => queue === 'not-published')

const wasTold = ({ events }: Case, type: StatusDetailType, attempt?: number) =>
  events.some(({ detailType, detail }) => detailType === type && (attempt ?? detail.attempt) === detail.attempt)

/** The outcome, and each accepted attempt, was told on the bus, or its place lies in the stream's failure queue. */
export const everythingIsTold = (one: Case): string[] => {
  const { record } = one
  if (record === undefined || isSpoilt(one)) return []
  const accepted = record.attempts.filter(({ answer }) => answer?.type === 'accepted')
  const untold = accepted.filter(({ number }) => !wasTold(one, 'Notification Sent', number))
  return [
    ...untold.map(({ number }) => `the bus never heard that attempt ${number} was accepted`),
    ...(record.outcome && !wasTold(one, typeOf[record.outcome]) ? [`the bus never heard of the outcome ${record.outcome}`] : []),
  ]
}

/** A consumer drops what has the id of an event that it has seen, so it must be the same. */
export const repeatsAreEqual = ({ contradictions }: Case): string[] =>
  contradictions.map((eventId) => `two different events are called ${eventId}`)

/** I6: no number, text, parameter or code outside the records. */
export const noWordLeaks = ({ leaks }: Case): string[] => leaks.map((where) => `personal data stands in ${where}`)
