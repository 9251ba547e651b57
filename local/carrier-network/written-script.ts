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
const OfCarrier = Json.pipe(CarrierScript)
const OfPhone = Json.pipe(PhoneScript)

interface Wrong {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** Names every wrong field by its path, e.g. "script.receipts.0.status: …". */
const explain = (wrong: readonly Wrong[]) =>
  `Wrong fields: ${wrong.map(({ path, message }) => `${['script', ...path].join('.')}: ${message}`).join('; ')}.`

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
  const written = (phone === undefined ? OfCarrier : OfPhone).safeParse(body)
  if (!written.success) return { error: explain(written.error.issues) }
  const strange = carriers.map((carrier) => strangeTo(carrier, written.data))
  return strange.every((words) => words.length > 0) ? { error: explain(strange.flat()) } : { script: written.data }
}
