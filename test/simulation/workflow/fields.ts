import * as z from 'zod'

/** "$.next.attempt" → ["next", "attempt"] */
export const Path = z
  .string()
  .regex(/^\$(\.[A-Za-z]+)+$/)
  .transform((path): readonly string[] => path.split('.').slice(1))
export type Path = z.infer<typeof Path>

const TaskToken = z.literal('$$.Task.Token')
const pathField = z.string().regex(/^[A-Za-z]+\.\$$/)
const plainField = z.string().regex(/^[A-Za-z]+$/)

/** A field is read from the state, "attempt.$": "$.next.attempt", or is the text that stands there, "reason": "expired". */
export const Fields = z
  .record(z.string(), z.string())
  .transform((fields) =>
    Object.entries(fields).map(([field, is]) => (field.endsWith('.$') ? { field, from: is } : { field, is })),
  )
  .pipe(
    z.array(
      z.union([
        z
          .strictObject({ field: pathField, from: z.union([TaskToken, Path]) })
          .transform(({ field, from }) => ({ field: field.slice(0, -2), from })),
        z.strictObject({ field: plainField, is: z.string() }),
      ]),
    ),
  )
export type Fields = z.infer<typeof Fields>
