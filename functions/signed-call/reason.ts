import * as z from 'zod'
import { holdsHiddenCharacter } from '../template/holds-hidden-character.ts'
import { holdsNumber } from './holds-number.ts'

/** Why somebody does something, for the audit: it stays for good, and some are told by the bus. */
export const Reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((reason) => !holdsHiddenCharacter(reason), 'must be one line of visible characters')
  .refine(
    (reason) => !holdsNumber(reason),
    'must name nobody by a number: no seven digits in a run, since it is told and kept for good',
  )
