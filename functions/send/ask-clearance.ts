import type { AttemptRef } from '../notification/attempt.ts'
import { type Kind, type Kinds, kinds as kindNames } from '../notification/kinds.ts'
import type { Notification, Person } from '../notification/notification.ts'
import { withCounted } from '../policy/counted.ts'
import type { Gathered, GatherFacts } from '../policy/gather-facts.ts'
import { type Judgement, judgePolicy } from '../policy/judge-policy.ts'
import { subjectFor } from '../policy/subject-for.ts'
import type { Recipient } from '../recipient/recipient.ts'
import type { ReliedOn } from '../record/recipient/relied-on.ts'

/** What policy says at the moment of arming, and on whom that relies. */
export interface Clearance extends Judgement {
  readonly reliesOn: readonly ReliedOn[]
}

export interface Dependencies {
  readonly gatherFacts: GatherFacts
  readonly kinds: Kinds
}

const hasSaid = ({ suppressions, consent }: Recipient) => consent !== undefined || Object.keys(suppressions).length > 0

/** In seconds, of all kinds that are counted: their counts lie in one item. */
const longestWindow = ({ frequency }: Recipient, kinds: Kinds): number =>
  Math.max(...kindNames.filter((kind) => frequency[kind]).flatMap((kind) => kinds[kind].frequency.map(({ seconds }) => seconds)))

/** Counts the notification with its recipient, where its kind is counted: under the current key of the hashes. */
const counting = (before: Gathered['recipients'][number], kind: Kind, attempt: AttemptRef, kinds: Kinds, now: Date): ReliedOn => {
  const { recipient } = before
  const windows = kinds[kind].frequency
  if (windows.length === 0) return { before, after: recipient }
  const counted = withCounted(recipient.frequency[kind] ?? [], attempt, windows, now)
  const after = { ...recipient, frequency: { ...recipient.frequency, [kind]: [...counted] } }
  const keepUntil = new Date(now.getTime() + longestWindow(after, kinds) * 1000)
  return { before, after, ...(!hasSaid(recipient) && { keepUntil }) }
}

/**
 * Judges policy for an attempt that is about to be armed. What it relies on must be as it was read in the very write that arms: so an
 * opt-out that was committed before is never overlooked.
 * @param hasReserved whether its parts were reserved of the day's budget; else there are none left
 */
export const askClearance = async (
  { gatherFacts, kinds }: Dependencies,
  notification: Notification,
  person: Person,
  hasReserved: boolean,
  now: Date,
): Promise<Clearance> => {
  const subject = subjectFor(notification, person)
  const { kind, notificationId } = subject
  const { facts, recipients } = await gatherFacts(subject, hasReserved ? 0 : kinds[kind].budgetParts)
  const attempt = { notificationId, attempt: notification.attempts.length + 1 }
  const reliesOn = recipients.map((before, index) =>
    index === 0 ? counting(before, kind, attempt, kinds, now) : { before, after: before.recipient },
  )
  return { ...judgePolicy(facts, now), reliesOn }
}
