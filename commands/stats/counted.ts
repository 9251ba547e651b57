import { type Attempt, failureOf, isDelivered } from '../../functions/notification/attempt.ts'
import { costOf } from '../../functions/notification/cost-of.ts'
import { dueAt } from '../../functions/notification/due-at.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import { secondsBetween } from '../../functions/publish/seconds-between.ts'

/** By what figures are told apart. */
export const dimensions = ['carrier', 'kind', 'country'] as const
export type Dimension = (typeof dimensions)[number]

/** What became of a notification, or of an attempt, as far as is known. */
export const fates = ['delivered', 'accepted', 'failed', 'unknown', 'withheld', 'under way'] as const
export type Fate = (typeof fates)[number]

/** One notification, or, where carriers are told apart, one attempt. */
export interface Counted {
  readonly at: Date
  readonly fate: Fate
  readonly labels: Readonly<Record<Dimension, string>>
  /** From when it was due, or, of an attempt, from when it was armed. */
  readonly secondsToDeliver: number | undefined
  readonly parts: number
  /** US dollars, charged or expected; undefined where neither is known. */
  readonly usd: number | undefined
}

const fateOf = ({ outcome }: Notification): Fate => {
  switch (outcome) {
    case undefined:
      return 'under way'
    case 'delivered':
    case 'accepted':
    case 'unknown':
      return outcome
    case 'undeliverable':
    case 'expired':
      return 'failed'
    case 'rejected':
    case 'suppressed':
    case 'cancelled':
      return 'withheld'
    default:
      return outcome satisfies never
  }
}

const wasAccepted = ({ answer }: Attempt) => answer?.type === 'accepted'

/** One that was closed without a word may have arrived, and nobody knows; where no receipt is waited for, acceptance is the end. */
const fateOfAttempt = ({ outcome }: Notification, attempt: Attempt): Fate => {
  if (isDelivered(attempt)) return 'delivered'
  if (failureOf(attempt)) return 'failed'
  if (outcome === 'accepted' && wasAccepted(attempt)) return 'accepted'
  return attempt.closed ? 'unknown' : 'under way'
}

/** What is known of it; undefined where nothing is. */
export const sum = (amounts: readonly (number | undefined)[]): number | undefined => {
  const known = amounts.filter((amount) => amount !== undefined)
  return known.length === 0 ? undefined : known.reduce((total, amount) => total + amount, 0)
}

const labelsOf = ({ kind, plan }: Notification, carrier: string): Counted['labels'] => ({
  kind: kind ?? '-',
  country: plan?.country ?? '-',
  carrier,
})

const countedNotification = (notification: Notification): Counted => {
  const { attempts, plan } = notification
  const arrived = attempts.find(isDelivered)
  const costs = attempts.flatMap((attempt) => costOf(attempt, plan) ?? [])
  return {
    at: dueAt(notification),
    fate: fateOf(notification),
    labels: labelsOf(notification, '-'),
    secondsToDeliver: secondsBetween(dueAt(notification), arrived?.deliveredAt),
    parts: costs.reduce((total, { parts }) => total + parts, 0),
    usd: sum(costs.map(({ usd }) => usd)),
  }
}

const countedAttempt = (notification: Notification, attempt: Attempt): Counted => {
  const cost = costOf(attempt, notification.plan)
  return {
    at: new Date(attempt.armedAt),
    fate: fateOfAttempt(notification, attempt),
    labels: labelsOf(notification, attempt.carrier),
    secondsToDeliver: secondsBetween(new Date(attempt.armedAt), attempt.deliveredAt),
    parts: cost?.parts ?? 0,
    usd: cost?.usd,
  }
}

/** What is counted: the attempts where carriers are told apart, since one may fail and another deliver; else the notifications. */
export const countedOf = (notifications: readonly Notification[], by: readonly Dimension[]): Counted[] =>
  by.includes('carrier')
    ? notifications.flatMap((notification) => notification.attempts.map((attempt) => countedAttempt(notification, attempt)))
    : notifications.map(countedNotification)
