import * as z from 'zod'
import { parseJson } from '../notification/parse-json.ts'
import { problemsOf } from '../notification/problems-of.ts'
import { isStorable } from '../request/is-storable.ts'
import { holdsHiddenCharacter } from '../template/holds-hidden-character.ts'
import { Template, TemplateName } from '../template/template.ts'
import { type Refusal, refusal } from './refusals.ts'

/** A call of the Function URL, signed. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
const HttpCall = z.object({
  requestContext: z.object({
    http: z.object({ method: z.string() }),
    authorizer: z.object({ iam: z.object({ userArn: z.string().min(1) }) }),
  }),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
})

const Reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((reason) => !holdsHiddenCharacter(reason), 'must be one line of visible characters')

const Version = z.int().positive()

/** What may be asked. Who asks is never a part of it: AWS says so, by the signature. */
const Call = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('submit'), template: Template }),
  z.strictObject({ action: z.literal('approve'), name: TemplateName, version: Version, reason: Reason }),
  z.strictObject({ action: z.literal('reject'), name: TemplateName, version: Version, reason: Reason }),
  z.strictObject({ action: z.literal('retire'), name: TemplateName, reason: Reason }),
])
export type Call = Readonly<z.infer<typeof Call>>

/** A call, and the caller's identity by its ARN. */
export interface SignedCall {
  readonly by: string
  readonly call: Call
}

/** In bytes. A stored version lies in the table twice beside its review, in items of 400 KB at most. */
const mostBytes = 200_000

/** The levels of a call: itself, the template, its slots, one slot, the words of an enum, by locale. */
const mostLevels = 8

const bodyOf = ({ body, isBase64Encoded }: z.infer<typeof HttpCall>) =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString() : body

/**
 * Reads a call of the review's URL.
 * @returns the call with its caller, or the refusal that names every wrong field
 * @throws where AWS named no caller: the function was not reached by its URL
 */
export const readCall = (event: unknown): SignedCall | Refusal => {
  const http = HttpCall.parse(event)
  const { method } = http.requestContext.http
  if (method !== 'POST') return refusal('invalid-call', ['the method must be POST'])
  const body = bodyOf(http)
  if (Buffer.byteLength(body) > mostBytes) return refusal('too-large')
  const json = parseJson(body)
  if (json === undefined) return refusal('invalid-call', ['the body must be JSON'])
  if (!isStorable(json, mostLevels)) return refusal('invalid-call', ['the body holds what cannot be stored'])
  const read = Call.safeParse(json)
  if (!read.success)
    return refusal(
      'invalid-call',
      problemsOf(read.error).map(({ field, problem }) => `${field} ${problem}`),
    )
  return { by: http.requestContext.authorizer.iam.userArn, call: read.data }
}
