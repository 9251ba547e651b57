import * as z from 'zod'
import { Person } from '../../functions/notification/notification.ts'
import type { Call } from '../../functions/reveal/read-call.ts'
import type { RefusalCode } from '../../functions/reveal/refusals.ts'
import { callSigned } from '../call-signed.ts'
import { Failed } from '../failed.ts'
import type { Target } from '../target.ts'

const Answer = z.object({ person: Person })

/** What the function says of what is erased. */
const erased: RefusalCode = 'nothing-kept'

/**
 * Shows number, parameters and text of a notification; the signature says who looks, and that is kept before anything is answered.
 * @returns undefined where all of it is erased
 * @throws a sentence where the call does not get there, or is refused
 */
export const askReveal = async ({ client, outputs }: Target, notificationId: string): Promise<Person | undefined> => {
  const call: Call = { notificationId }
  const answer = await callSigned(client, { name: 'function reveal', url: outputs.RevealUrl, answer: Answer }, call)
  if (answer.ok) return answer.person
  if (answer.code === erased) return undefined
  throw new Failed(answer.problems.join('\n'), answer.code)
}
