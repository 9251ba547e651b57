import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { World } from '../core/world.ts'

const newId = { sns: (n: number) => `message-${n}`, twilio: (n: number) => `SM${n.toString(16).padStart(32, '0')}` }

/** An id for each message; two calls of one notification have numbers of their own. */
const idFor = (carrier: CarrierName, of: number, count: number) => newId[carrier](of * 100 + count)

/** The id of each message; at times a carrier gives one that it gave before. */
export const messageIdsOver = (world: () => World) => (of: number, carrier: CarrierName, request: number) => {
  const { faults, ledger } = world()
  const isMixedUp = (one: { carrier: string; request: number }) => one.carrier === carrier && one.request === request
  const earlier = faults.strike('id-seen-before', of, isMixedUp)
    ? ledger.calls.findLast((call) => call.carrier === carrier && call.accepted)
    : undefined
  if (earlier) earlier.sharesId = true
  return { messageId: earlier?.messageId ?? idFor(carrier, of, request), sharesId: earlier !== undefined }
}
