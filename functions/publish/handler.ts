import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { Notification } from '../notification/notification.ts'
import { BudgetLevel } from '../policy/budget/budget-level.ts'
import { keepAppointments } from '../receipt/keep-appointments.ts'
import type { Dependencies as Meeting } from '../receipt/meet-receipts.ts'
import { subjectOf } from '../record/keys.ts'
import { DrainChange } from '../steering/drain-change.ts'
import { Review } from '../template/review/review.ts'
import { appointmentsDue } from './appointments-due.ts'
import { budgetEvent, budgetMetric } from './budget-event.ts'
import { carrierEvent } from './carrier-event.ts'
import type { PutOurEvents } from './put-our-events.ts'
import { statusEvents } from './status-events.ts'
import type { StatusMetric } from './status-metric.ts'
import { statusMetrics } from './status-metrics.ts'
import { type Dependencies as Suppressing, suppressOptedOut } from './suppress-opted-out.ts'
import { templateEvents } from './template-events.ts'

export interface Dependencies extends Meeting, Suppressing {
  readonly putOurEvents: PutOurEvents
  /** @param of the notification that the figure tells of, where it is of one */
  readonly emit: (metric: StatusMetric, of?: Pick<Notification, 'notificationId'>) => void
}

type Image = Record<string, AttributeValue>

/** One change of a notification, a template's version, a budget's level or a carrier's drains, in the table's stream. */
export interface StreamRecord {
  readonly dynamodb?: { readonly OldImage?: Image; readonly NewImage?: Image }
}

/** A version from before there were reviews has none. */
const Version = z.object({ review: Review.optional() })

const notificationOf = (image: Image) => Notification.parse(unmarshall(image))
const reviewOf = (image: Image) => Version.parse(unmarshall(image)).review

const tellOfReview = async ({ putOurEvents }: Dependencies, before: Review | undefined, after: Review | undefined) => {
  if (after) await putOurEvents(templateEvents(before, after))
}

const tellOfBudget = async ({ putOurEvents, emit }: Dependencies, reached: BudgetLevel) => {
  await putOurEvents([budgetEvent(reached)])
  emit(budgetMetric(reached))
}

/**
 * Tells the bus and the metrics what changed. A repeated record tells the same again, under the same event ids. What may have come to a
 * rendezvous that nobody else goes to any more is taken first, and so is an opt-out that a carrier told of.
 */
export const createHandler =
  (dependencies: Dependencies) =>
  async ({ dynamodb: { OldImage, NewImage } = {} }: StreamRecord): Promise<void> => {
    if (NewImage === undefined) return // erased by time
    const { putOurEvents, emit } = dependencies
    const subject = subjectOf(NewImage)
    if (subject === 'drain change') return putOurEvents([carrierEvent(DrainChange.parse(unmarshall(NewImage)))])
    if (subject === 'budget level') return tellOfBudget(dependencies, BudgetLevel.parse(unmarshall(NewImage)))
    if (subject === 'template version') return tellOfReview(dependencies, OldImage && reviewOf(OldImage), reviewOf(NewImage))
    const [before, after] = [OldImage && notificationOf(OldImage), notificationOf(NewImage)]
    if (appointmentsDue(before, after)) await keepAppointments(dependencies, after)
    await suppressOptedOut(dependencies, before, after)
    await putOurEvents(statusEvents(before, after))
    for (const metric of statusMetrics(before, after)) emit(metric, after)
  }
