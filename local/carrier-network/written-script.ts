import * as z from 'zod'
import type { Carrier } from './carrier.ts'
import { CarrierScript, PhoneScript, type Script } from './script.ts'
import type { Place } from './script-book.ts'
import { strangeWords } from './vocabulary.ts'

const Json = z.string().transform((body, context): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    context.addIssue('This is not JSON')
    return z.NEVER
  }
})

interface Wrong {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** Names every wrong field by its path, e.g. "script.receipts.0.status: …". */
const explain = (what: string, wrong: readonly Wrong[]) =>
  `Wrong fields: ${wrong.map(({ path, message }) => `${[what, ...path].join('.')}: ${message}`).join('; ')}.`

/** Reads what somebody wrote in JSON: it, or one sentence that names all that is wrong. */
export const readWritten = <Schema extends z.ZodType>(
  schema: Schema,
  body: string,
  what = 'reply',
): { written: z.infer<Schema> } | { error: string } => {
  const read = Json.pipe(schema).safeParse(body)
  return read.success ? { written: read.data } : { error: explain(what, read.error.issues) }
}

const strangeTo = ({ name, vocabulary }: Carrier, script: Script): Wrong[] =>
  strangeWords(script, vocabulary).map(({ path, value }) => ({ path, message: `"${value}" means nothing to ${name}` }))

/**
 * Reads a script as somebody wrote it.
 * @param carriers those that it is for, of which one at least must know all its words
 * @returns the script, or one sentence that names all that is wrong
 */
export const readScript = (
  body: string,
  { phone }: Place,
  carriers: readonly Carrier[],
): { script: Script } | { error: string } => {
  const read = readWritten<z.ZodType<Script>>(phone === undefined ? CarrierScript : PhoneScript, body, 'script')
  if ('error' in read) return read
  const { written: script } = read
  const strange = carriers.map((carrier) => strangeTo(carrier, script))
  return strange.every((words) => words.length > 0) ? { error: explain('script', strange.flat()) } : { script }
}
