import * as z from 'zod'
import { parseJson } from '../functions/notification/parse-json.ts'
import { Failed } from './failed.ts'
import { postSigned } from './post-signed.ts'
import type { ClientSettings } from './target.ts'

interface SignedFunction<Answer> {
  /** As sentences call it, e.g. "review". */
  readonly name: string
  /** Its Function URL. */
  readonly url: string
  readonly answer: z.ZodType<Answer>
}

const Refusal = z.object({ code: z.string(), problems: z.array(z.string()) })

/** What stands after the call, or why it was refused, by a code and in sentences. */
export type SignedAnswer<Answer> = ({ readonly ok: true } & Answer) | ({ readonly ok: false } & Readonly<z.infer<typeof Refusal>>)

const answerOf = <Answer extends object>(
  { name, answer }: SignedFunction<Answer>,
  status: number,
  said: string,
): SignedAnswer<Answer> => {
  const body = parseJson(said)
  const granted = answer.safeParse(body)
  if (status === 200 && granted.success) return { ok: true, ...granted.data }
  const refusal = Refusal.safeParse(body)
  if (status !== 200 && refusal.success) return { ok: false, ...refusal.data }
  throw new Failed(
    status === 403
      ? `AWS refused the call: the right to call the ${name} (lambda:InvokeFunctionUrl) is missing, or the credentials are wrong.`
      : `The ${name} answered with ${status} and nothing that can be read: its logs tell more.`,
  )
}

/**
 * Calls a function of a deployment by its URL, signed with the caller's own credentials: they say who calls.
 * @throws a sentence where the call does not get there, or AWS itself refuses it
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export const callSigned = async <Answer extends object>(
  client: ClientSettings,
  called: SignedFunction<Answer>,
  call: object,
): Promise<SignedAnswer<Answer>> => {
  const { name, url } = called
  const headers = { 'content-type': 'application/json' }
  const { status, said } = await postSigned(client, { service: 'lambda', url, headers, body: JSON.stringify(call) }).catch(() => {
    throw new Failed(`No ${name} answers at ${new URL(url).host}.`)
  })
  return answerOf(called, status, said)
}
