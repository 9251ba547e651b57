import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SignatureV4 } from '@smithy/signature-v4'
import * as z from 'zod'
import { parseJson } from '../functions/notification/parse-json.ts'
import { reviewStates } from '../functions/template/review/review.ts'
import type { Template } from '../functions/template/template.ts'
import { Failed } from './failed.ts'
import type { Target } from './target.ts'

/** What may be asked of a deployment's review. Who asks is told by the signature alone. */
export type ReviewCall =
  | { readonly action: 'submit'; readonly template: Template }
  | { readonly action: 'approve' | 'reject'; readonly name: string; readonly version: number; readonly reason: string }
  | { readonly action: 'retire'; readonly name: string; readonly reason: string }

const Answer = z.object({ name: z.string(), version: z.int().min(1), state: z.enum(reviewStates) })
const Refusal = z.object({ code: z.string(), problems: z.array(z.string()) })

/** What stands after the call, or why it was refused, by a code and in sentences. */
export type ReviewAnswer =
  | ({ readonly ok: true } & Readonly<z.infer<typeof Answer>>)
  | ({ readonly ok: false } & Readonly<z.infer<typeof Refusal>>)

/** Where the call goes if not to the URL's own host: an emulator knows the function by the Host header. */
const emulatorOf = async (client: Target['client'], { config }: LambdaClient): Promise<string | undefined> =>
  client.endpoint ?? (await config.serviceConfiguredEndpoint?.())

const signed = async ({ config }: LambdaClient, url: URL, body: string): Promise<Record<string, string>> => {
  const { credentials, region, sha256 } = config
  const signer = new SignatureV4({ service: 'lambda', credentials, region, sha256 })
  const headers = { host: url.host, 'content-type': 'application/json' }
  const request = { method: 'POST', protocol: url.protocol, hostname: url.hostname, path: url.pathname, headers, body }
  return (await signer.sign(request)).headers
}

/** By node:http, since fetch sets the Host header itself. */
const post = async (url: URL, headers: Record<string, string>, body: string) => {
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { method: 'POST', headers })
  request.end(body)
  const [response]: IncomingMessage[] = await once(request, 'response')
  return { status: response?.statusCode ?? 0, said: response ? await text(response) : '' }
}

const answerOf = (status: number, said: string): ReviewAnswer => {
  const body = parseJson(said)
  const answer = Answer.safeParse(body)
  if (status === 200 && answer.success) return { ok: true, ...answer.data }
  const refusal = Refusal.safeParse(body)
  if (status !== 200 && refusal.success) return { ok: false, ...refusal.data }
  throw new Failed(
    status === 403
      ? 'AWS refused the call: the right to call the review (lambda:InvokeFunctionUrl) is missing, or the credentials are wrong.'
      : `The review answered with ${status} and nothing that can be read: its logs tell more.`,
  )
}

/**
 * Calls the review of a deployment, signed with the caller's own credentials: they say who submits and who decides.
 * @throws a sentence where the call does not get there, or AWS itself refuses it
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export const callReview = async ({ client, outputs }: Target, call: ReviewCall): Promise<ReviewAnswer> => {
  const lambda = new LambdaClient(client)
  const url = new URL(outputs.ReviewUrl)
  const body = JSON.stringify(call)
  const [headers, emulator] = await Promise.all([signed(lambda, url, body), emulatorOf(client, lambda)])
  const { status, said } = await post(new URL(url.pathname, emulator ?? url), headers, body).catch(() => {
    throw new Failed(`No review answers at ${url.host}.`)
  })
  return answerOf(status, said)
}
