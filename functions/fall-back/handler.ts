import * as z from 'zod'
import { isDelivered } from '../notification/attempt.ts'
import { calledOff } from '../notification/called-off.ts'
import { awaited, type Decided, held, sent, shortestHold, stopped } from '../notification/decided.ts'
import { Fault } from '../notification/fault.ts'
import type { Next } from '../notification/next.ts'
import { type Notification, NotificationId } from '../notification/notification.ts'
import { planned } from '../notification/planned.ts'
import type { Routing } from '../notification/routing.ts'
import { withClosedAttempts } from '../notification/with-closed-attempts.ts'
import { keepAppointments } from '../receipt/keep-appointments.ts'
import type { Dependencies as Meeting } from '../receipt/meet-receipts.ts'
import type { ReadDrains } from '../record/drains/read-drains.ts'
import type { ReadNotification } from '../record/read-notification.ts'
import { carriersNow } from '../steering/carriers-now.ts'
import { withDrained } from '../steering/with-drained.ts'
import { mostPasses } from './back-off.ts'
import { decideFallBack } from './decide-fall-back.ts'
import { secondsToWait } from './seconds-to-wait.ts'
import type { FallBack, Situation } from './situation.ts'

export interface Dependencies extends Meeting {
  readonly readDrains: ReadDrains
  readonly readNotification: ReadNotification
  readonly routing: Routing
  /** From 0 to 1. */
  readonly random: () => number
}

/** The attempt is the one whose task failed. */
const Input = z.object({ notificationId: NotificationId, attempt: z.int().positive() })

/** The kind's carriers, and which of them operators have drained. */
const carriersOf = async (notification: Notification, { routing, readDrains }: Dependencies, now: Date) => {
  const { kind, plan } = planned(notification)
  const carriers = routing.carriers[kind]
  const { drained } = carriersNow(carriers, await readDrains(), plan.country, now)
  return { carriers, drained }
}

const situationOf = async (notification: Notification, dependencies: Dependencies, now: Date): Promise<Situation> => {
  const { routing, random } = dependencies
  const { attempts, passes } = notification
  const { kind, plan } = planned(notification)
  const secondsLeft = Math.floor((new Date(plan.validUntil).getTime() - now.getTime()) / 1000) - routing.waits.shortest
  const own = await carriersOf(notification, dependencies, now)
  return { attempts, passes, policy: routing.kinds[kind], ...own, secondsLeft, random: random() }
}

/**
 * Policy would not let `send` arm yet: the same carrier sends when it does. Each pass holds a minute longer, or a clock that is behind would
 * ask again and again.
 */
const heldByPolicy = (notification: Notification, heldUntil: string, now: Date): Decided => {
  const { next, passes, policy, notificationId } = notification
  if (next?.decision !== 'send') throw new Fault(`${notificationId} was not to be sent`)
  const until = new Date(Math.max(Date.parse(heldUntil), now.getTime() + (passes + 1) * shortestHold))
  return held({ ...notification, heldUntil: undefined, passes: passes + 1 }, next.carrier, until, policy?.at(-1)?.reason)
}

/** What is decided already: by a delivery, an outcome, what `send` stopped for, or an earlier call whose reply was lost. */
const decidedAlready = (notification: Notification, attempt: number, now: Date): Decided | undefined => {
  const { attempts, outcome, reason, next } = notification
  const closed = withClosedAttempts(notification)
  if (attempts.some(isDelivered)) return stopped(closed, { outcome: 'delivered', reason: 'receipt' }, now)
  if (outcome !== undefined) return stopped(closed, { outcome, reason: reason ?? outcome }, now)
  if (notification.stopped !== undefined) return stopped(closed, notification.stopped, now)
  if (notification.heldUntil !== undefined) return heldByPolicy(notification, notification.heldUntil, now)
  if (next?.decision === 'hold' && next.attempt === attempt) return { notification, answer: next } // it was never armed
  const isOfLater = next !== undefined && next.decision !== 'stop' && next.attempt > attempt // else it led here, and would for ever
  return attempts.length > attempt && isOfLater ? { notification, answer: next } : undefined
}

/** What was decided, kept with the notification. */
const keeping = (notification: Notification, fallBack: FallBack, routing: Routing, now: Date): Decided => {
  if ('send' in fallBack) return sent(notification, fallBack.send, routing, now)
  if ('holdFor' in fallBack) {
    const { holdFor, seconds, reason } = fallBack
    return held(notification, holdFor, new Date(now.getTime() + seconds * 1000), reason)
  }
  return stopped(notification, fallBack, now)
}

const decide = async (notification: Notification, attempt: number, dependencies: Dependencies, now: Date): Promise<Decided> => {
  const already = decidedAlready(notification, attempt, now)
  if (already) return already
  const { notificationId, attempts, passes } = notification
  if (passes >= mostPasses) throw new Fault(`${notificationId} fell back ${mostPasses} times`)
  const counted = { ...notification, passes: passes + 1 }
  const situation = await situationOf(notification, dependencies, now)
  const last = attempts.at(-1)
  const seconds = secondsToWait(last, situation.policy, now)
  if (last && seconds > 0) return awaited(counted, last, seconds)
  const closed = withClosedAttempts(counted)
  const fallBack = calledOff(notification) ?? decideFallBack(situation)
  return withDrained(keeping(closed, fallBack, dependencies.routing, now), situation.drained)
}

/** Decides what follows a failed or silent attempt, on what is known now, and writes it on the condition that it still is. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<Next> => {
    const { notificationId, attempt } = Input.parse(input)
    const { changeNotification, readNotification, now } = dependencies
    await keepAppointments(dependencies, await readNotification(notificationId))
    const { answer } = await changeNotification(notificationId, (current) => decide(current, attempt, dependencies, now()))
    return answer
  }
