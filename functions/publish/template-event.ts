import * as z from 'zod'
import { kinds } from '../notification/kinds.ts'

export const templateDetailTypes = [
  'Template Review Requested',
  'Template Approved',
  'Template Rejected',
  'Template Retired',
] as const
export type TemplateDetailType = (typeof templateDetailTypes)[number]

/** What is told of a template's review: who, when, why and about which content, and never the content itself. */
export const TemplateDetail = z.strictObject({
  eventId: z.string().describe('The same for every repeat of this event: a consumer drops what it has seen.'),
  template: z.string().describe('Name and version, e.g. "order-shipped@3".'),
  kind: z.enum(kinds),
  by: z
    .string()
    .optional()
    .describe('The ARN of who submitted, decided or retired; nobody where the checks, the expiry or a fault did.'),
  reason: z.string().optional().describe('In the words of who decided, or "checks", "expired" or "fault".'),
  textHash: z.string().describe('SHA-256 of the content that was judged.'),
  at: z.iso.datetime(),
})
export type TemplateDetail = Readonly<z.infer<typeof TemplateDetail>>

export interface TemplateEvent {
  readonly detailType: TemplateDetailType
  readonly detail: TemplateDetail
}
