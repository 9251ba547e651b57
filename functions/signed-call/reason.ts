import * as z from 'zod'
import { holdsHiddenCharacter } from '../template/holds-hidden-character.ts'

/** Why somebody does something, for the audit. */
export const Reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((reason) => !holdsHiddenCharacter(reason), 'must be one line of visible characters')
