import type { SQSRecord } from 'aws-lambda'
import type { Intervention } from '../notification/intervention.ts'
import type { Notification } from '../notification/notification.ts'
import type { ChangeNotification } from '../record/change-notification.ts'
import type { FindNotification } from '../record/find-notification.ts'
import type { ParkIntervention } from '../record/park-intervention.ts'
import { tellableId } from '../request/malformed.ts'
import type { EventLimits } from '../request/read-envelope.ts'
import { type Dependencies as Refusing, refuse } from '../request/refuse.ts'
import { type Rejection, rejection } from '../request/rejections.ts'
import type { Settle } from '../settle/settle.ts'
import { cancel } from './cancel.ts'
import { confirm } from './confirm.ts'
import { type ReadIntervention, readIntervention } from './read-intervention.ts'

export interface Dependencies extends Refusing {
  readonly findNotification: FindNotification
  readonly parkIntervention: ParkIntervention
  readonly changeNotification: ChangeNotification
  readonly settle: Settle
  readonly limits: EventLimits
  readonly now: () => Date
}

const withIntervention = (notification: Notification, said: Intervention, now: Date): Notification =>
  'cancelled' in said ? cancel(notification, said.cancelled, now) : confirm(notification, said.confirmed, now)

/** Whether the notification is there to be changed; else what is said waits for its request, but where it is stale. */
const isThere = async (dependencies: Dependencies, read: ReadIntervention): Promise<boolean | Rejection> => {
  const { findNotification, parkIntervention, now } = dependencies
  const { notificationId, intervention, isStale } = read
  if (await findNotification(notificationId)) return true
  if (isStale) return rejection('stale', tellableId(read))
  return !(await parkIntervention(notificationId, intervention, now()))
}

/** Changes the notification, and resumes the task that waits for it: also a repeat, since the first time may have died half-way. */
const take = async (dependencies: Dependencies, read: ReadIntervention): Promise<Rejection | undefined> => {
  const { changeNotification, settle, now } = dependencies
  const there = await isThere(dependencies, read)
  if (typeof there === 'object') return there
  if (!there) return undefined
  const { notification } = await changeNotification(read.notificationId, (current) => ({
    notification: withIntervention(current, read.intervention, now()),
    answer: undefined,
  }))
  await settle(notification)
  return undefined
}

/** Takes one word on a notification: that nobody wants it any more, or that its recipient acted. No word is dropped silently. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (record: SQSRecord): Promise<void> => {
    const read = readIntervention(record.body, dependencies.now(), dependencies.limits)
    const refusal = 'code' in read ? read : await take(dependencies, read)
    if (refusal) await refuse(dependencies, 'Intervention Rejected', record, refusal)
  }
