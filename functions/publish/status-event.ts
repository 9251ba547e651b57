import * as z from 'zod'
import { CarrierName } from '../notification/carrier-name.ts'
import { failureClasses } from '../notification/failure.ts'
import { kinds } from '../notification/kinds.ts'
import { NotificationId } from '../notification/notification.ts'
import { evidences, Price } from '../notification/receipt.ts'
import { PolicyAnswer } from '../policy/policy-answer.ts'

/** The source of our own events. */
export const statusEventSource = 'heliograph'

export const statusDetailTypes = [
  'Notification Held',
  'Notification Sent',
  'Notification Delivered',
  'Notification Accepted',
  'Notification Undeliverable',
  'Notification Expired',
  'Notification Rejected',
  'Notification Suppressed',
  'Notification Cancelled',
  'Notification Unknown',
  'Cancellation Came Late',
  'Intervention Rejected',
] as const
export type StatusDetailType = (typeof statusDetailTypes)[number]

const underWay: readonly StatusDetailType[] = [
  'Notification Held',
  'Notification Sent',
  'Cancellation Came Late',
  'Intervention Rejected',
]

/** Whether an event of this type tells an outcome. */
export const tellsOutcome = (detailType: StatusDetailType): boolean => !underWay.includes(detailType)

/** What a status event says: ids, codes, times and cost, and never the number, a parameter or the text. */
export const StatusDetail = z.strictObject({
  eventId: z.string().describe('The same for every repeat of this event: a consumer drops what it has seen.'),
  notificationId: NotificationId.optional().describe('Left out where the request has none that may be told.'),
  requestEventId: z.string().optional().describe('The id of the event that is refused, where it left no record.'),
  kind: z.enum(kinds).optional(),
  template: z.string().optional().describe('Name and version, e.g. "order-shipped@3".'),
  carrier: CarrierName.optional(),
  attempt: z.int().positive().optional().describe('The number of the attempt, from 1.'),
  reason: z.string().optional().describe('A code, e.g. "opted-out".'),
  explanation: z.string().optional().describe('The reason in a sentence that names every wrong field.'),
  policy: z
    .array(PolicyAnswer)
    .optional()
    .describe('What the rules of policy said when they were asked last, up to the one that decided.'),
  until: z.iso.datetime().optional().describe('Until when it is held; or from when on what was refused would be allowed.'),
  failureClass: z.enum(failureClasses).optional(),
  evidence: z
    .enum(evidences)
    .optional()
    .describe('Who says that it arrived: the recipient, who acted, the handset, or only its network.'),
  parts: z.int().positive().optional().describe('How many parts the text has.'),
  price: Price.optional().describe('What the carrier says it charged for all parts.'),
  secondsToAccept: z
    .number()
    .nonnegative()
    .optional()
    .describe("From when it was due, which is the request event's time or its sendAfter, to the carrier's acceptance."),
  secondsToDeliver: z.number().nonnegative().optional().describe('From when it was due to the receipt or the confirmation.'),
  at: z.iso.datetime().optional(),
})
export type StatusDetail = Readonly<z.infer<typeof StatusDetail>>

export interface StatusEvent {
  readonly detailType: StatusDetailType
  readonly detail: StatusDetail
}
