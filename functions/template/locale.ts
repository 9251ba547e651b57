import * as z from 'zod'
import { canonicalLocale } from '../notification/canonical-locale.ts'

/** A language as templates name it, e.g. "en" or "en-GB". */
export const Locale = z
  .string()
  .refine((tag) => canonicalLocale(tag) === tag, 'must be a BCP 47 language tag in its usual spelling, like en or en-GB')
