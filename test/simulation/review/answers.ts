import * as z from 'zod'
import type { Decision } from '../../../functions/template/review/review.ts'
import { Violation } from '../small-worlds/choice.ts'
import type { Laws } from './laws.ts'
import { type Read, readTable } from './versions.ts'
import type { Invocation, World } from './world.ts'

const Asked = z.object({
  body: z.string().transform((body) => JSON.parse(body)),
  requestContext: z.object({ authorizer: z.object({ iam: z.object({ userArn: z.string() }) }) }),
})
const Answered = z.object({ statusCode: z.number(), body: z.string().transform((body) => JSON.parse(body)) })

const verdicts = { approve: 'approved', reject: 'rejected' } as const

const isDecisionOf = (decision: Decision | undefined, action: keyof typeof verdicts, by: string) =>
  decision?.by === by && decision.verdict === verdicts[action]

/** What a person was told of a decision, and what is so. */
const ofDecision = ({ versions, sent }: Read, { by, action, version }: Call, code: string | undefined): string | undefined => {
  const review = versions.get(version)?.review
  const wrong = (what: string) => `${by} is told that ${action} of version ${version} ${what}`
  if (code === undefined) return isDecisionOf(review?.decision, action, by) ? undefined : wrong('stands, and it does not')
  if (code === 'superseded')
    return (sent?.number ?? 0) > version ? undefined : wrong('comes after a later version, and none is sent')
  if (code === 'self-approval') return review?.submittedBy === by ? undefined : wrong('is of their own version, and it is not')
  return undefined
}

interface Call {
  readonly by: string
  readonly action: keyof typeof verdicts
  readonly version: number
}

const isCall = (call: { readonly action: string }): call is Call => Object.hasOwn(verdicts, call.action)

const ofPerson = (read: Read, payload: unknown, value: unknown): string | undefined => {
  const { body, requestContext } = Asked.parse(payload)
  const { statusCode, body: answer } = Answered.parse(value)
  const call = { ...body, by: requestContext.authorizer.iam.userArn }
  const code = statusCode === 200 ? undefined : answer.code
  if (isCall(call)) return ofDecision(read, call, code)
  const retired = [...read.versions.values()].some(({ review }) => review.retirement?.by === call.by)
  return call.action === 'retire' && code === undefined && !retired
    ? 'a retirement is confirmed that did not take place'
    : undefined
}

/** Whether what a person was answered is so. */
export const answerIsTrue = ({ tables }: Laws, world: World, { role, place }: Invocation, value: unknown): void => {
  const wrong = role === 'person' ? ofPerson(readTable(tables, world.table), place.invoked.payload, value) : undefined
  if (wrong !== undefined) throw new Violation(wrong)
}
