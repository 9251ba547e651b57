import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { Notification } from '../notification/notification.ts'
import { subjectOf } from '../record/keys.ts'
import { Review } from '../template/review.ts'
import type { PutOurEvents } from './put-status-events.ts'
import { statusEvents } from './status-events.ts'
import { type StatusMetric, statusMetrics } from './status-metrics.ts'
import { templateEvents } from './template-events.ts'

export interface Dependencies {
  readonly putStatusEvents: PutOurEvents
  readonly emit: (metric: StatusMetric) => void
}

type Image = Record<string, AttributeValue>

/** One change of a notification, or of a template's version, in the table's stream. */
export interface StreamRecord {
  readonly dynamodb?: { readonly OldImage?: Image; readonly NewImage?: Image }
}

const Version = z.object({ review: Review })

const notificationOf = (image: Image) => Notification.parse(unmarshall(image))
const reviewOf = (image: Image) => Version.parse(unmarshall(image)).review

/** Tells the bus and the metrics what changed. A repeated record tells the same again, under the same event ids. */
export const createHandler =
  ({ putStatusEvents, emit }: Dependencies) =>
  async ({ dynamodb: { OldImage, NewImage } = {} }: StreamRecord): Promise<void> => {
    if (NewImage === undefined) return // erased by time
    if (subjectOf(NewImage) === 'template version')
      return putStatusEvents(templateEvents(OldImage && reviewOf(OldImage), reviewOf(NewImage)))
    const [before, after] = [OldImage && notificationOf(OldImage), notificationOf(NewImage)]
    await putStatusEvents(statusEvents(before, after))
    for (const metric of statusMetrics(before, after)) emit(metric)
  }
