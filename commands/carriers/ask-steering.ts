import * as z from 'zod'
import { CarrierName } from '../../functions/notification/carrier-name.ts'
import { kinds } from '../../functions/notification/kinds.ts'
import type { SteerCall } from '../../functions/steer/read-call.ts'
import { Drain } from '../../functions/steering/drain.ts'
import { callSigned } from '../call-signed.ts'
import { Failed } from '../failed.ts'
import type { Target } from '../target.ts'

const Answer = z.object({ carrier: CarrierName, drains: z.array(Drain), withoutOther: z.array(z.enum(kinds)) })
/** What stands after a call. */
export type SteerAnswer = Readonly<z.infer<typeof Answer>>

/**
 * Drains or restores a carrier of a deployment; the signature says who does it.
 * @throws a sentence where the call does not get there, or is refused
 */
export const askSteering = async ({ client, outputs }: Target, call: SteerCall): Promise<SteerAnswer> => {
  const answer = await callSigned(client, { name: 'steering', url: outputs.SteerUrl, answer: Answer }, call)
  if (!answer.ok) throw new Failed(answer.problems.join('\n'), answer.code)
  const { ok, ...stands } = answer
  return stands
}
