import * as z from 'zod'

/** What a check may find in a template that can be read. */
export const findingCodes = [
  'unknown-slot',
  'unused-slot',
  'too-many-parts',
  'forces-ucs2',
  'verification-with-link',
  'verification-without-code',
  'code-outside-verification',
  'marketing-without-opt-out',
  'sender-takes-no-replies',
  'brand-missing',
  'unlisted-link',
  'text-joined',
  'link-shortener',
  'mixed-scripts',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** One thing that keeps a template from being approved. */
export const Finding = z.object({
  code: z.enum(findingCodes),
  /** e.g. "texts.de" */
  field: z.string(),
  /** Where in the text the placeholder opens that it is about, in UTF-16 units from 0. */
  at: z.int().optional(),
  /** What is said of the field, e.g. "does not use the slot eta". */
  sentence: z.string(),
  /** What would be right, e.g. "write {{eta}} where it belongs". */
  remedy: z.string(),
})
export type Finding = Readonly<z.infer<typeof Finding>>
