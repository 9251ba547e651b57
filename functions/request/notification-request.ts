import * as z from 'zod'
import { mostDaysAhead } from '../notification/due-at.ts'
import { Instant } from '../notification/instant.ts'
import { NotificationId } from '../notification/notification.ts'
import { recordOf } from '../notification/record-of.ts'
import { isTimeZone } from '../policy/quiet/is-time-zone.ts'
import { TemplateName } from '../template/template.ts'
import { isStorable } from './is-storable.ts'

const zone = z.string().max(64).refine(isTimeZone, 'must be a time zone by its IANA name, like Europe/Berlin or UTC')
const text = z.string().refine((value) => value.isWellFormed(), 'must not hold half a surrogate pair')

/**
 * What a requester puts into the event's `detail`. Whether template, parameters and number fit each other is judged by
 * `validate`, which knows the template.
 */
export const NotificationRequest = z
  .strictObject({
    notificationId: NotificationId.describe(
      'Yours: the idempotency key. Prefix it with your service, and keep the number out of it.',
    ),
    to: text.min(1).max(64).describe('The recipient in E.164, e.g. "+14155550123".'),
    template: TemplateName.describe('The name of a stored template, e.g. "order-shipped".'),
    locale: text.min(2).max(35).optional().describe('BCP 47, e.g. "en-GB"; falls back to "en", then to the default.'),
    params: recordOf(z.string(), z.unknown())
      .refine(
        (params) => isStorable(params),
        'must hold texts, numbers and the like that can be stored, and not be nested deeply',
      )
      .describe('A value for each slot of the template, and no other.'),
    timeZone: zone.optional().describe("The recipient's, by its IANA name; without it every zone of the number's country."),
    sendAfter: Instant.optional().describe(`Not before this instant, at most ${mostDaysAhead} days ahead.`),
    expiresAt: Instant.optional().describe('From this instant on the text is of no use and is not sent.'),
  })
  .refine(({ sendAfter, expiresAt }) => !sendAfter || !expiresAt || new Date(sendAfter) < new Date(expiresAt), {
    path: ['expiresAt'],
    message: 'must lie after sendAfter',
  })
export type NotificationRequest = Readonly<z.infer<typeof NotificationRequest>>
