import * as z from 'zod'
import { CarrierName } from '../notification/carrier-name.ts'

const eventId = z.string().describe('The same for every repeat of this event: a consumer drops what it has seen.')

/** A word on a recipient that was not taken. It names no number: `requestEventId` leads to whoever put the event. */
export const PermissionRejected = z.strictObject({
  eventId,
  requestEventId: z.string().describe('The id of the event that is refused.'),
  reason: z.string().describe('A code, e.g. "malformed".'),
  explanation: z.string().describe('The reason in a sentence that names every wrong field.'),
})

/** Somebody asked for help by a text. Who it is, only the carrier can tell, by its message. */
export const RecipientAskedForHelp = z.strictObject({
  eventId,
  recipientHash: z.string().describe("A keyed hash of the recipient's number, the same as in the records."),
  hashKeyId: z.string().describe('Which key it was made with.'),
  carrier: CarrierName,
  messageId: z.string().describe('What the carrier calls the text.'),
  at: z.iso.datetime(),
})

export const permissionDetailTypes = ['Permission Rejected', 'Recipient Asked For Help'] as const

export type PermissionEvent =
  | { readonly detailType: 'Permission Rejected'; readonly detail: Readonly<z.infer<typeof PermissionRejected>> }
  | { readonly detailType: 'Recipient Asked For Help'; readonly detail: Readonly<z.infer<typeof RecipientAskedForHelp>> }
