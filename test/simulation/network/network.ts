import type { Message } from '../../../functions/carriers/carrier.ts'
import type { Answer } from '../../../functions/notification/attempt.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import { countParts } from '../../../functions/text/count-parts.ts'
import { deployments } from '../../../infra/deployments.ts'
import { around, type Place } from '../cloud/place.ts'
import type { CarrierCall } from '../core/ledger.ts'
import type { World } from '../core/world.ts'
import type { Fate } from './fate.ts'
import { fateOf } from './fate-of.ts'
import { messageIdsOver } from './message-ids.ts'
import { tellReceipts } from './tell-receipts.ts'

/** The carriers, and the phones behind them. */
export interface Network {
  readonly call: (place: Place, carrier: CarrierName, message: Message, ownClock: () => number) => Promise<Answer>
}

const patienceMs = deployments.production.sending.callSeconds * 1000

export const networkOver = (world: () => World): Network => {
  const requests = new Map<string, number>()
  const messageIdOf = messageIdsOver(world)

  const nextRequest = (of: number, carrier: CarrierName) => {
    const request = (requests.get(`${of}/${carrier}`) ?? 0) + 1
    requests.set(`${of}/${carrier}`, request)
    return request
  }

  const arrive = (call: CarrierCall, fate: Fate) => {
    const { time, ledger, tell } = world()
    ledger.calls.push(call)
    tell(call.of, () => `${call.carrier} is sent attempt ${call.attempt}, ${fate.accepts ? 'takes it' : 'does not take it'}`)
    const { arrivesMs, tells } = fate
    tellReceipts(world(), call, tells)
    if (arrivesMs === undefined) return
    time.after(arrivesMs, () => {
      call.arrivedAt = time.now()
      tell(call.of, () => `the phone has the text of attempt ${call.attempt}`)
    })
  }

  const answerOf = async ({ answer, answerMs }: Fate, messageId: string): Promise<Answer> => {
    const { time } = world()
    await time.sleep(Math.min(answerMs, patienceMs))
    if (answer !== undefined && answerMs < patienceMs) return answer === 'accepted' ? { type: 'accepted', messageId } : answer
    await time.sleep(patienceMs - Math.min(answerMs, patienceMs))
    return { type: 'unknown', reason: 'no-answer' }
  }

  const call: Network['call'] = async (place, carrier, message, ownClock) => {
    const { time } = world()
    const { before, after } = around(world(), place, ++place.calls)
    await before()
    const request = nextRequest(place.of, carrier)
    const fate = fateOf(world(), place.of, carrier, request)
    const { accepts: accepted, reaches, answer } = fate
    const refused = typeof answer === 'object' && answer.type === 'notSent'
    const at = time.now()
    const ids = messageIdOf(place.of, carrier, request)
    const { attempt } = message.attempt
    const { parts } = countParts(message.text)
    const own = { accepted, saidFailedAt: refused ? at : undefined, arrivedAt: undefined, ...ids }
    arrive({ of: place.of, attempt, carrier, message, at, ownClock: ownClock(), parts, ...own }, fate)
    after()
    return place.process.gate(
      reaches ? answerOf(fate, ids.messageId) : time.sleep(4).then(() => answerOf({ ...fate, answerMs: 1 }, '')),
    )
  }
  return { call }
}
