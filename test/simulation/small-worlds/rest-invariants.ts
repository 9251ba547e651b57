import { type Attempt, attemptStatuses } from '../../../functions/notification/attempt.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import type { Laws } from './laws.ts'
import type { Receipt, World } from './world.ts'

/** What must hold whenever no function is at work: all that was told is in the record, and nobody waits in vain. */

const meanings = { delivered: 'delivered', sent: 'sent', route: 'undelivered', recipient: 'undelivered' } as const

type Known = keyof typeof meanings
const isKnown = (told: string): told is Known => Object.hasOwn(meanings, told)

/** SNS names its message only: whose it is, nobody needs to know where the answer got lost. */
const isNameless = ({ carrier, answer }: Attempt) => carrier === 'sns' && answer?.type !== 'accepted'

const aboutAttempt = ({ number }: Attempt, receipts: readonly Receipt[]): readonly Known[] =>
  receipts
    .filter(({ attempt }) => attempt === number)
    .map(({ told }) => told)
    .filter(isKnown)

/** The highest of all that was told, in whatever order it came. */
const merged = (attempt: Attempt, told: readonly Known[]): string => {
  const ranks = [attempt.answer?.type === 'accepted' ? 'accepted' : 'armed', ...told.map((one) => meanings[one])] as const
  return ranks.reduce((highest, one) => (attemptStatuses.indexOf(one) > attemptStatuses.indexOf(highest) ? one : highest))
}

const ofAttempt = (attempt: Attempt, receipts: readonly Receipt[]): string | undefined => {
  if (isNameless(attempt)) return undefined
  const told = [...aboutAttempt(attempt, receipts), ...(attempt.evidence === 'recipient' ? (['delivered'] as const) : [])]
  const [status, { number }] = [merged(attempt, told), attempt]
  if (attempt.status !== status) return `I4: attempt ${number} is ${attempt.status}, though ${told.join(' and ')} was told`
  if (status !== 'undelivered') return undefined // why another receipt said otherwise, nobody asks any more
  const failures = told.filter((one) => one === 'route' || one === 'recipient')
  const strongest = failures.includes('recipient') ? 'recipient' : failures[0]
  if (attempt.failure?.class !== strongest)
    return `I4: attempt ${number} failed by ${attempt.failure?.class}, not by ${strongest}`
  return undefined
}

const ofDelivery = ({ attempts, outcome }: Notification): string | undefined =>
  attempts.some(({ status }) => status === 'delivered') && outcome !== 'delivered'
    ? `I4: a delivery was told, and the outcome is ${outcome}`
    : undefined

const mayArrive = ({ answer, status }: Attempt) => answer?.type !== 'notSent' && status !== 'undelivered'

const saysNothingWasSent = (outcome: string) => ['undeliverable', 'cancelled', 'suppressed'].includes(outcome)

const ofEnd = ({ kind, outcome, attempts }: Notification, state: string): string | undefined => {
  if (outcome === undefined) return `I3: the workflow ended in ${state} without an outcome`
  if (saysNothingWasSent(outcome) && attempts.some(mayArrive)) return `I3: the outcome is ${outcome}, though a text may arrive`
  if (outcome === 'accepted' && !(kind === 'marketing' && attempts.some(({ answer }) => answer?.type === 'accepted')))
    return `I3: the outcome of ${kind} is accepted`
  const fits = state === 'Fault' || state.toLowerCase() === outcome || outcome === 'delivered'
  return fits ? undefined : `I3: the workflow ended in ${state}, and the outcome is ${outcome}`
}

/**
 * The deadline ends every wait at last, but nobody may wait for it who could be told now. A function that outlived its task cannot
 * be told from a redrive, and takes the wait over in vain: then the deadline it is.
 */
const ofWait = ({ attempts, outcome, waiting }: Notification, token: string): string | undefined => {
  if (outcome !== undefined) return `I3: ${token} waits, though the outcome is ${outcome}`
  if (waiting?.token !== token) return `I3: ${token} waits, and nobody knows its token`
  const attempt = attempts[waiting.attempt - 1]
  const failed = attempt?.answer?.type === 'notSent' || attempt?.status === 'undelivered'
  return failed ? `I3: ${token} waits for attempt ${waiting.attempt}, which is known to have failed` : undefined
}

/** What is wrong with a world in which no function is at work, if anything. */
export const restOf = ({ tables }: Laws, world: World): string | undefined => {
  const { live, execution, task, table, receipts, isOutlived } = world
  if (live.length > 0 || execution.backsOff !== undefined) return undefined
  const notification = tables.notificationOf(table)
  for (const attempt of notification.attempts) {
    const wrong = ofAttempt(attempt, receipts)
    if (wrong !== undefined) return wrong
  }
  const wrong = ofDelivery(notification)
  if (wrong !== undefined) return wrong
  if (execution.end) return ofEnd(notification, execution.state)
  return task && !isOutlived ? ofWait(notification, task.name) : undefined
}
