import { type Notification, NotificationId } from '../../functions/notification/notification.ts'
import { findIntervention } from '../../functions/record/find-intervention.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { Failed, Misused } from '../failed.ts'
import { hanging } from '../hanging.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type Target, type TargetOptions } from '../target.ts'
import type { Happening } from '../timeline/happening.ts'
import { readAround } from '../timeline/read-around.ts'
import { timeline } from '../timeline/timeline.ts'
import { askReveal } from './ask-reveal.ts'
import { charged, headline, labelWidth, summary } from './summary.ts'
import { tellTimeline } from './tell-timeline.ts'

export interface ShowOptions extends TargetOptions, JsonOption {
  /** Shows what is personal, and keeps that somebody looked. */
  readonly reveal?: boolean
}

const unknownId = async (target: Target, id: string): Promise<Failed> =>
  (await findIntervention(tableOf(target))(id))
    ? new Failed(`Nobody has requested ${id} yet, but it was called off: it will end as it is requested.`)
    : new Failed(
        `There is no notification ${id}: its request was refused (an event Notification Rejected says why), waits in a queue, or its time here is over. \`heliograph find --to\` finds by number.`,
      )

const forgotten = 'Its decisions are not here: it has no execution, or one that Step Functions has forgotten (after 90 days).'

/** For a program: nothing by which a task could be settled, and no hash by which a person could be followed. */
const forProgram = (notification: Notification, happenings: readonly Happening[]) => {
  const { notificationId, kind, template, plan, requestedAt, policy, outcome, reason, explanation, endedAt } = notification
  const about = { notificationId, kind, template, plan, requestedAt, policy, outcome, reason, explanation, endedAt }
  return { ...about, charged: charged(notification), timeline: happenings }
}

/** `heliograph show <id>`: what became of a notification, step by step. */
export const show = async (id: string, options: ShowOptions): Promise<void> => {
  if (!NotificationId.safeParse(id).success) throw new Misused('A notificationId is 1 to 64 of the characters A-Z a-z 0-9 . _ -.')
  const target = await findTarget(options)
  const notification = await findNotification(tableOf(target))(id)
  if (notification === undefined) throw await unknownId(target, id)
  const { reveal: reveals = false } = options
  const person = reveals ? await askReveal(target, id) : undefined
  const around = await readAround(target)(id)
  const happenings = timeline(notification, around, new Date())
  const { columns } = process.stdout
  const lines = [
    headline(notification),
    ...summary(notification, reveals, person).flatMap((line) =>
      hanging(line.slice(0, labelWidth), labelWidth, line.slice(labelWidth), columns),
    ),
    '',
    ...tellTimeline(happenings, columns),
    ...(around.execution ? [] : ['', forgotten]),
  ]
  print({ ...forProgram(notification, happenings), ...(person && { person }) }, lines, options)
}
