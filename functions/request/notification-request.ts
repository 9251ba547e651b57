import * as z from 'zod'
import { NotificationId } from '../notification/notification.ts'
import { TemplateName } from '../notification/template.ts'

const instant = z.iso.datetime({ offset: true })

/**
 * What a requester puts into the event's `detail`. Whether template, parameters and number fit each other is judged by
 * `validate`, which knows the template.
 */
export const NotificationRequest = z.strictObject({
  notificationId: NotificationId,
  /** E.164, e.g. "+14155550123". */
  to: z.string().min(1).max(64),
  template: TemplateName,
  /** BCP 47, e.g. "en-GB". */
  locale: z.string().min(2).max(35).optional(),
  /** By slot name. */
  params: z.record(z.string(), z.unknown()),
  /** Not before this instant. */
  sendAfter: instant.optional(),
  /** From this instant on the text is of no use. */
  expiresAt: instant.optional(),
})
export type NotificationRequest = Readonly<z.infer<typeof NotificationRequest>>
