import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { Notification } from '../notification/notification.ts'
import { keepAppointments } from '../receipt/keep-appointments.ts'
import type { Dependencies as Meeting } from '../receipt/meet-receipts.ts'
import { appointmentsDue } from './appointments-due.ts'
import type { PutStatusEvents } from './put-status-events.ts'
import { statusEvents } from './status-events.ts'
import { type StatusMetric, statusMetrics } from './status-metrics.ts'

export interface Dependencies extends Meeting {
  readonly putStatusEvents: PutStatusEvents
  readonly emit: (metric: StatusMetric) => void
}

type Image = Record<string, AttributeValue>

/** One change of a notification in the table's stream. */
export interface StreamRecord {
  readonly dynamodb?: { readonly OldImage?: Image; readonly NewImage?: Image }
}

const notificationOf = (image: Image | undefined) => image && Notification.parse(unmarshall(image))

/**
 * Tells the bus and the metrics what changed. A repeated record tells the same again, under the same event ids. What may have come to a
 * rendezvous that nobody else goes to any more is taken first.
 */
export const createHandler =
  (dependencies: Dependencies) =>
  async ({ dynamodb }: StreamRecord): Promise<void> => {
    const after = notificationOf(dynamodb?.NewImage)
    if (after === undefined) return // erased by time
    const before = notificationOf(dynamodb?.OldImage)
    if (appointmentsDue(before, after)) await keepAppointments(dependencies, after)
    await dependencies.putStatusEvents(statusEvents(before, after))
    for (const metric of statusMetrics(before, after)) dependencies.emit(metric)
  }
