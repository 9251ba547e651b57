import { type HttpAnswer, json } from '../signed-call/http-answer.ts'
import { isFederatedUser } from '../signed-call/is-federated-user.ts'
import type { SignedCall } from '../signed-call/read-signed-call.ts'
import { isReviewer, type Role } from '../template/review/is-reviewer.ts'
import type { Review } from '../template/review/review.ts'
import { type Dependencies as Deciding, decide, retire } from './decide.ts'
import { type Call, readCall } from './read-call.ts'
import { type Refusal, refusal, refusals } from './refusals.ts'
import { type Dependencies as Submitting, submit } from './submit.ts'

export interface Dependencies extends Submitting, Deciding {
  /** The roles that decide; none named: whoever may call. */
  readonly approverRoles: readonly Role[] | undefined
}

const refused = (said: Refusal): HttpAnswer => json(refusals[said.code].status, said)

const answerTo = async (dependencies: Dependencies, { by, call }: SignedCall<Call>): Promise<Review | Refusal> => {
  if (isFederatedUser(by)) return refusal('federated-user')
  if (call.action === 'submit') return submit(dependencies)(call.template, by)
  if (!isReviewer(by, dependencies.approverRoles)) return refusal('not-a-reviewer')
  const { name, reason } = call
  const verdicts = { approve: 'approved', reject: 'rejected' } as const
  const answer =
    call.action === 'retire'
      ? await retire(dependencies)(name, { by, reason })
      : await decide(dependencies)(name, call.version, { verdict: verdicts[call.action], by, reason })
  return typeof answer === 'string' ? refusal(answer) : answer
}

/** Takes what authors submit and what reviewers decide. Who they are is the identity that AWS found by their signature. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (event: unknown): Promise<HttpAnswer> => {
    const read = readCall(event)
    if ('code' in read) return refused(read)
    const answer = await answerTo(dependencies, read)
    if ('code' in answer) return refused(answer)
    const { name, version, state } = answer
    return json(200, { name, version, state })
  }
