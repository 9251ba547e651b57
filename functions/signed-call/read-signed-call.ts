import * as z from 'zod'
import { parseJson } from '../notification/parse-json.ts'
import { problemsOf } from '../notification/problems-of.ts'
import { isStorable } from '../request/is-storable.ts'

/** A call of a Function URL, signed. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
const HttpCall = z.object({
  requestContext: z.object({
    http: z.object({ method: z.string() }),
    authorizer: z.object({ iam: z.object({ userArn: z.string().min(1) }) }),
  }),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
})

/** What was said, and by whom: the ARN of the identity that AWS found by the signature. */
export interface SignedCall<Call> {
  readonly by: string
  readonly call: Call
}

interface Unreadable {
  readonly code: 'invalid-call' | 'too-large'
  readonly problems?: readonly string[]
}

interface Limits {
  readonly mostBytes: number
  /** How deep the body may be nested. */
  readonly mostLevels: number
}

const invalid = (problem: string): Unreadable => ({ code: 'invalid-call', problems: [problem] })

const bodyOf = ({ body, isBase64Encoded }: z.infer<typeof HttpCall>) =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString() : body

/**
 * Reads the JSON that somebody posted to a Function URL.
 * @returns the call with its caller, or why it cannot be read: every wrong field is named
 * @throws where AWS named no caller: the function was not reached by its URL
 */
export const readSignedCall = <Call>(
  event: unknown,
  schema: z.ZodType<Call>,
  { mostBytes, mostLevels }: Limits,
): SignedCall<Call> | Unreadable => {
  const http = HttpCall.parse(event)
  const { method } = http.requestContext.http
  if (method !== 'POST') return invalid('the method must be POST')
  const text = bodyOf(http)
  if (Buffer.byteLength(text) > mostBytes) return { code: 'too-large' }
  const body = parseJson(text)
  if (body === undefined) return invalid('the body must be JSON')
  if (!isStorable(body, mostLevels)) return invalid('the body holds what cannot be stored')
  const read = schema.safeParse(body)
  if (read.success) return { by: http.requestContext.authorizer.iam.userArn, call: read.data }
  return { code: 'invalid-call', problems: problemsOf(read.error).map(({ field, problem }) => `${field} ${problem}`) }
}
