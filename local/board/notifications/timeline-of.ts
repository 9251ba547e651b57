import { type Attempt, failureOf } from '../../../functions/notification/attempt.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import type { Entered } from './entered.ts'

/** One thing that happened to a notification. */
export interface Moment {
  readonly at: Date
  readonly what: string
  /** Why, where somebody or something decided. */
  readonly why?: string | undefined
  readonly sort: 'state' | 'attempt' | 'end'
}

const moment = (sort: Moment['sort'], at: string | undefined, what: string, why?: string): Moment[] =>
  at === undefined ? [] : [{ sort, at: new Date(at), what, why }]

/** What became of an attempt, as the reason for the one after it. */
const fateOf = (attempt: Attempt): string => {
  const failure = failureOf(attempt)
  if (failure) return `${attempt.carrier} did not send it: ${failure.class}, ${failure.reason}`
  if (attempt.answer?.type === 'unknown') return `nobody knows what ${attempt.carrier} did: ${attempt.answer.reason}`
  return `${attempt.carrier} stayed silent`
}

const answered = ({ carrier, answer, answeredAt }: Attempt): Moment[] => {
  switch (answer?.type) {
    case undefined:
      return []
    case 'accepted':
      return moment('attempt', answeredAt, `${carrier} accepted it`)
    case 'notSent':
      return moment('attempt', answeredAt, `${carrier} did not take it`, `${answer.failure.class}, ${answer.failure.reason}`)
    case 'unknown':
      return moment('attempt', answeredAt, `${carrier} gave no clear answer`, answer.reason)
    default:
      return answer satisfies never
  }
}

/** Its wait is over without a word on what became of it. */
const silence = ({ carrier, closed, status, answer, deadline }: Attempt): Moment[] =>
  closed && answer?.type !== 'notSent' && ['armed', 'accepted', 'sent'].includes(status)
    ? moment('attempt', deadline, `${carrier} had until now to say what became of it`)
    : []

const delivered = ({ carrier, deliveredAt, evidence, price }: Attempt): Moment[] => {
  const told = [...(evidence ? [`by the ${evidence}’s word`] : []), ...(price ? [`${price.amount} ${price.currency}`] : [])]
  return moment('attempt', deliveredAt, `${carrier} says it arrived`, told.join(', '))
}

const aroundAttempt = (attempt: Attempt, before: Attempt | undefined): Moment[] => [
  ...moment('attempt', attempt.armedAt, `attempt ${attempt.number}: handed to ${attempt.carrier}`, before && fateOf(before)),
  ...answered(attempt),
  ...silence(attempt),
  ...delivered(attempt),
]

const ending = ({ outcome, reason, explanation, endedAt, attempts }: Notification): Moment[] => {
  const failed = attempts.findLast(({ status }) => status === 'undelivered')
  const why = [reason, failed?.failure && fateOf(failed), explanation].filter((word) => word !== undefined).join('; ')
  return outcome === undefined ? [] : moment('end', endedAt, outcome, why)
}

/** What the rules of policy said when they were asked last; those that allowed it have nothing to tell. */
const policyOf = ({ policy = [] }: Notification): string | undefined =>
  policy
    .filter(({ decision }) => decision !== 'allow')
    .map(({ rule, decision, reason }) => `${rule} says ${decision}: ${reason}`)
    .join('; ') || undefined

const holding = (notification: Notification, entered: readonly Entered[]): Moment[] => {
  const { next, outcome, attempts } = notification
  if (next?.decision !== 'hold' || outcome !== undefined) return []
  const since = entered.findLast(({ state }) => state === 'Hold until due')?.at.toISOString()
  const last = attempts.at(-1)
  const why = policyOf(notification) ?? (last && fateOf(last))
  return moment('attempt', since, `held until ${next.until}`, why)
}

/** A choice takes no time, and an end is told with its reason. */
const ofWorkflow = ({ state }: Entered) => ['Validate', 'Fall back', 'Hold until due', 'Close', 'Fault'].includes(state)

/**
 * All that is known of a notification, in the order in which it happened.
 * @param entered the states its execution went through
 */
export const timelineOf = (notification: Notification, entered: readonly Entered[]): readonly Moment[] => {
  const { requestedAt, template, plan, attempts, cancelled, confirmed } = notification
  const moments = [
    ...moment('attempt', requestedAt, `requested: ${template}${plan ? `@${plan.version}, ${plan.locale}` : ''}`),
    ...entered.filter(ofWorkflow).map(({ state, at }): Moment => ({ sort: 'state', at, what: state })),
    ...attempts.flatMap((attempt, index) => aroundAttempt(attempt, attempts[index - 1])),
    ...holding(notification, entered),
    ...moment('attempt', cancelled?.at, 'a cancellation was asked for', cancelled?.reason),
    ...moment('attempt', confirmed?.at, 'the recipient acted'),
    ...ending(notification),
  ]
  return moments.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
