import * as z from 'zod'
import { kinds } from '../notification/kinds.ts'
import { textCharacters } from './slot.ts'
import type { TemplateVersion } from './template.ts'

const byLocale = z.record(z.string(), z.string())
const example = z.string()

const StoredSlot = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), maxLength: z.number(), characters: z.enum(textCharacters).optional(), example }),
  z.object({ type: z.literal('code'), length: z.number(), example }),
  z.object({
    type: z.literal('number'),
    min: z.number(),
    max: z.number(),
    decimals: z.number().optional(),
    example: z.number(),
  }),
  z.object({
    type: z.literal('money'),
    currencies: z.array(z.string()),
    maxMinorUnits: z.number(),
    example: z.object({ minorUnits: z.number(), currency: z.string() }),
  }),
  z.object({ type: z.literal('date'), zone: z.string().optional(), example }),
  z.object({ type: z.literal('time'), zone: z.string().optional(), example }),
  z.object({ type: z.literal('date-time'), zone: z.string(), example }),
  z.object({ type: z.literal('url'), hosts: z.array(z.string()), maxLength: z.number(), example }),
  z.object({ type: z.literal('enum'), values: z.record(z.string(), byLocale), example }),
])

/**
 * A version as it lies in the table: its shape and nothing more. It was judged by the rules of the day on which it was
 * submitted, and a rule that is stricter now, or an Intl that knows other zones, must not keep what was approved from being sent.
 */
export const StoredVersion: z.ZodType<TemplateVersion> = z.object({
  name: z.string(),
  version: z.int().min(1),
  kind: z.enum(kinds),
  brand: z.string(),
  description: z.string(),
  senderId: z.string().optional(),
  links: z.array(z.string()).optional(),
  slots: z.record(z.string(), StoredSlot),
  texts: byLocale,
  defaultLocale: z.string(),
})
