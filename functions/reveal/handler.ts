import type { Person } from '../notification/notification.ts'
import type { ReadPerson } from '../record/read-person.ts'
import type { KeepReveal } from '../record/reveals.ts'
import { type HttpAnswer, json } from '../signed-call/http-answer.ts'
import { isFederatedUser } from '../signed-call/is-federated-user.ts'
import type { SignedCall } from '../signed-call/read-signed-call.ts'
import { type Call, readCall } from './read-call.ts'
import { type Refusal, refusal, refusals } from './refusals.ts'

export interface Dependencies {
  readonly readPerson: ReadPerson
  readonly keepReveal: KeepReveal
  readonly now: () => Date
}

/** That somebody looks is kept before they are answered: where it cannot be, the throw is all that leaves. */
const answerTo = async (
  { readPerson, keepReveal, now }: Dependencies,
  { by, call: { notificationId } }: SignedCall<Call>,
): Promise<{ readonly person: Person } | Refusal> => {
  if (isFederatedUser(by)) return refusal('federated-user')
  const person = await readPerson(notificationId)
  if (person === undefined) return refusal('nothing-kept')
  await keepReveal(notificationId, { at: now().toISOString(), by })
  return { person }
}

/** Shows number, parameters and text of a notification, and keeps who looked: the identity that AWS found by their signature. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (event: unknown): Promise<HttpAnswer> => {
    const read = readCall(event)
    const answer = 'code' in read ? read : await answerTo(dependencies, read)
    return 'code' in answer ? json(refusals[answer.code].status, answer) : json(200, answer)
  }
