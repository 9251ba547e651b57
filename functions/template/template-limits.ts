import * as z from 'zod'
import { recordOf } from '../notification/record-of.ts'

/** How much a template may hold, so that judging it takes no longer than its author waits. */
export const templateLimits = { slots: 20, texts: 50, links: 20, enumValues: 50 } as const

/** `recordOf` with so many names at most; of more than that none is read. */
export const recordOfAtMost = <Key extends z.ZodType<string, string>, Value extends z.ZodType>(
  most: number,
  key: Key,
  value: Value,
) =>
  z
    .unknown()
    .refine(
      (input) => typeof input !== 'object' || input === null || Object.keys(input).length <= most,
      `must have at most ${most} names`,
    )
    .pipe(recordOf(key, value))
