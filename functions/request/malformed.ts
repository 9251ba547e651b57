import * as z from 'zod'
import { NotificationId } from '../notification/notification.ts'
import { sentenceOf } from '../notification/problem.ts'
import { problemsOf } from '../notification/problems-of.ts'
import { type Rejection, rejection } from './rejections.ts'
import { revealsNumber } from './reveals-number.ts'

/** An id that may be told: where no number is there to compare it with, none that could be one. */
export const tellableId = (detail: unknown): string | undefined => {
  const { notificationId, to } =
    z.object({ notificationId: NotificationId, to: z.unknown().optional() }).safeParse(detail).data ?? {}
  return notificationId && !revealsNumber(notificationId, typeof to === 'string' ? to : notificationId)
    ? notificationId
    : undefined
}

/** The rejection of what no schema fits: every wrong field in one sentence, and the id where it may be told. */
export const malformed = (error: z.ZodError, detail?: unknown): Rejection =>
  rejection('malformed', tellableId(detail), sentenceOf(problemsOf(error)))
