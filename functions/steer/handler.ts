import type { CarrierName } from '../notification/carrier-name.ts'
import type { Kind } from '../notification/kinds.ts'
import type { ChangeDrains, DrainRule } from '../record/drains/change-drains.ts'
import { type HttpAnswer, json } from '../signed-call/http-answer.ts'
import { isFederatedUser } from '../signed-call/is-federated-user.ts'
import type { SignedCall } from '../signed-call/read-signed-call.ts'
import { type CarrierOrders, carriersIn } from '../steering/carriers-now.ts'
import type { Drain } from '../steering/drain.ts'
import { drain, drainsNow, type NotRestored, restore } from '../steering/drain-and-restore.ts'
import { withoutOther } from '../steering/without-other.ts'
import { type Call, readCall } from './read-call.ts'
import { type Refusal, refusal, refusals } from './refusals.ts'

export interface Dependencies {
  readonly changeDrains: ChangeDrains
  /** The order of carriers by kind. */
  readonly carriers: CarrierOrders
  readonly allowedCountries: readonly string[]
  readonly now: () => Date
}

/** What stands after a call. */
export interface Steered {
  readonly carrier: CarrierName
  readonly drains: readonly Drain[]
  /** The kinds that have no other carrier now, of that country or of every one, and are sent by drained ones all the same. */
  readonly withoutOther: readonly Kind[]
}

/** What the word makes of the drains, and what the audit keeps of it. */
const judged = ({ by, call }: SignedCall<Call>, now: Date) => {
  const recordedAt = now.toISOString()
  if (call.action === 'restore') {
    const rule: DrainRule<NotRestored> = (drains) => restore(drains, call, now)
    return { rule, said: { ...call, by, recordedAt } }
  }
  const { action, seconds, ...said } = { ...call, by }
  const until = new Date(now.getTime() + seconds * 1000).toISOString()
  const rule: DrainRule<NotRestored> = (drains) => drain(drains, { ...said, from: recordedAt, until }, now)
  return { rule, said: { action, ...said, until, recordedAt } }
}

const answerTo = async (
  { changeDrains, carriers, allowedCountries, now }: Dependencies,
  signed: SignedCall<Call>,
): Promise<Steered | Refusal> => {
  const { carrier, country } = signed.call
  if (isFederatedUser(signed.by)) return refusal('federated-user')
  if (!carriersIn(carriers).includes(carrier)) return refusal('unknown-carrier')
  if (country !== undefined && !allowedCountries.includes(country)) return refusal('unknown-country')
  const at = now()
  const { rule, said } = judged(signed, at)
  const drains = await changeDrains(rule, said)
  if (typeof drains === 'string') return refusal(drains)
  const own = drainsNow(drains, at).filter((one) => one.carrier === carrier)
  return { carrier, drains: own, withoutOther: withoutOther(carriers, drains, country, at) }
}

/** Takes carriers out and lets them in again, as operators say. Who they are is the identity that AWS found by their signature. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (event: unknown): Promise<HttpAnswer> => {
    const read = readCall(event)
    const answer = 'code' in read ? read : await answerTo(dependencies, read)
    return 'code' in answer ? json(refusals[answer.code].status, answer) : json(200, answer)
  }
