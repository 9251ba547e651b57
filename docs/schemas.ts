import * as z from 'zod'
import { CancelNotification, NotificationConfirmed } from '../functions/intervene/intervention-events.ts'
import { ConsentRecorded, RestoreRecipient, SuppressRecipient } from '../functions/permit/permission-events.ts'
import { BudgetDetail } from '../functions/publish/budget-event.ts'
import { CarrierDetail } from '../functions/publish/carrier-event.ts'
import { PermissionRejected, RecipientAskedForHelp } from '../functions/publish/permission-event.ts'
import { StatusDetail } from '../functions/publish/status-event.ts'
import { TemplateDetail } from '../functions/publish/template-event.ts'
import { NotificationRequest } from '../functions/request/notification-request.ts'
import { Template } from '../functions/template/template.ts'

const schemaOf = (schema: z.ZodType, title: string) => {
  const json = { title, ...z.toJSONSchema(schema, { io: 'output' }) }
  return `${JSON.stringify(json, undefined, 2)}\n`
}

/** What editors read beside a template's file; see the first line of each of `templates/`. */
export const templateSchema = schemaOf(Template, 'A template of Heliograph')

/** The JSON Schemas of the events, by file name: generated, so that they cannot say anything else than the code does. */
export const schemas: Readonly<Record<string, string>> = {
  'notification-requested.json': schemaOf(NotificationRequest, 'Notification Requested: detail'),
  'cancel-notification.json': schemaOf(CancelNotification, 'Cancel Notification: detail'),
  'notification-confirmed.json': schemaOf(NotificationConfirmed, 'Notification Confirmed: detail'),
  'suppress-recipient.json': schemaOf(SuppressRecipient, 'Suppress Recipient: detail'),
  'restore-recipient.json': schemaOf(RestoreRecipient, 'Restore Recipient: detail'),
  'consent-recorded.json': schemaOf(ConsentRecorded, 'Consent Recorded: detail'),
  'permission-rejected.json': schemaOf(PermissionRejected, 'Permission Rejected: detail'),
  'recipient-asked-for-help.json': schemaOf(RecipientAskedForHelp, 'Recipient Asked For Help: detail'),
  'status-event.json': schemaOf(StatusDetail, 'Status events: detail'),
  'budget-event.json': schemaOf(BudgetDetail, 'Budget events: detail'),
  'carrier-event.json': schemaOf(CarrierDetail, 'Carrier events: detail'),
  'template-event.json': schemaOf(TemplateDetail, 'Template events: detail'),
}
