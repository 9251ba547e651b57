import type * as z from 'zod'
import { CancelNotification, NotificationConfirmed } from '../../functions/intervene/intervention-events.ts'
import { sentenceOf } from '../../functions/notification/problem.ts'
import { problemsOf } from '../../functions/notification/problems-of.ts'
import { findIntervention } from '../../functions/record/find-intervention.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { callerOf } from '../caller-of.ts'
import { Failed } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { putEvents } from '../put-events.ts'
import { statusLine } from '../status-line.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { followIntervention, type Told } from './follow-intervention.ts'
import type { Said } from './result-of.ts'

export type InterventionOptions = TargetOptions & JsonOption

export interface CancelOptions extends InterventionOptions {
  /** A code, told by the status event. */
  readonly reason?: string
}

type Words =
  | readonly [said: 'cancelled', detailType: 'Cancel Notification', schema: typeof CancelNotification]
  | readonly [said: 'confirmed', detailType: 'Notification Confirmed', schema: typeof NotificationConfirmed]

const parsed = (schema: z.ZodType<{ notificationId: string }>, detail: object) => {
  const read = schema.safeParse(detail)
  if (!read.success) throw new Failed(sentenceOf(problemsOf(read.error)))
  return read.data
}

/** Prints the event that tells what became of it, and fails where it came late. */
const tell = (id: string, said: Said, { result, event }: Told, options: JsonOption): void => {
  if (event) print(event, [statusLine(event)], options)
  if (result === 'parked')
    print({ notificationId: id, parked: said }, [`Nobody has requested ${id} yet: it ends as it is requested.`], options)
  if (result === 'late')
    throw new Failed(
      event?.detailType === 'Cancellation Came Late'
        ? 'It came late: a text may have been sent. No further attempt is made.'
        : `It came late: ${id} has ended.`,
      'came-late',
    )
}

const stepIn = async (detail: object, [said, detailType, schema]: Words, options: InterventionOptions): Promise<void> => {
  const word = parsed(schema, detail)
  const target = await findTarget(options)
  const table = tableOf(target)
  const records = { findNotification: findNotification(table), findIntervention: findIntervention(table) }
  const id = word.notificationId
  const say = async () => putEvents(target, detailType, [{ ...word, by: await callerOf(target) }])
  tell(id, said, await followIntervention(records, id, said, say), options)
}

/** `heliograph cancel <id>`: exit code 0 when no text was sent, and none will be. */
export const cancelNotification = (notificationId: string, { reason, ...options }: CancelOptions): Promise<void> =>
  stepIn({ notificationId, reason }, ['cancelled', 'Cancel Notification', CancelNotification], options)

/** `heliograph confirm <id>`: exit code 0 when what was under way ended by it. */
export const confirmNotification = (notificationId: string, options: InterventionOptions): Promise<void> =>
  stepIn({ notificationId }, ['confirmed', 'Notification Confirmed', NotificationConfirmed], options)
