import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { World } from '../core/world.ts'
import { isAnswerFault } from '../faults/answer-faults.ts'
import type { Fault } from '../faults/fault.ts'
import { isReceiptFault } from '../faults/receipt-faults.ts'
import { type Fate, ordinaryFate } from './fate.ts'
import { withAnswerFault } from './with-answer-fault.ts'
import { withReceiptFault } from './with-receipt-fault.ts'

const everySeconds = 30

type Roll = (what: string) => number

/** What befalls the carrier as a whole just now. */
const underSpells = ({ faults, seconds }: World, carrier: CarrierName, roll: Roll, ordinary: Fate): Fate => {
  const now = seconds()
  const message = { of: 0, carrier, request: 1 }
  const isOff = faults.spells('flapping', now).some((one) => one.carrier === carrier && ((now - one.from) / everySeconds) % 2 < 1)
  const isDown = faults.spells('carrier-down', now).some(({ carriers }) => carriers.includes(carrier))
  if (isDown || isOff) return withAnswerFault(ordinary, { fault: 'unreachable', ...message })
  const storm = faults.spells('storm', now).find((one) => one.carrier === carrier)
  if (storm && roll('storm') < storm.share) return withAnswerFault(ordinary, { fault: 'throttles', ...message })
  const brownOut = faults.spells('brown-out', now).find((one) => one.carrier === carrier)
  if (brownOut && roll('brown-out') < brownOut.share) return withReceiptFault(ordinary, { fault: 'lost', ...message })
  const late = faults.spells('late-receipts', now).find((one) => one.carrier === carrier)
  return late ? withReceiptFault(ordinary, { fault: 'told-late', ...message, seconds: late.late }) : ordinary
}

const underFault = (fate: Fate, fault: Fault): Fate => {
  if (isAnswerFault(fault)) return withAnswerFault(fate, fault)
  return isReceiptFault(fault) ? withReceiptFault(fate, fault) : fate
}

/** The fate of a notification's n-th request to a carrier: its nature, what befalls the carrier, and what is aimed at this request. */
export const fateOf = (world: World, of: number, carrier: CarrierName, request: number): Fate => {
  const { chance, faults } = world
  const roll = (what: string) => chance(of, carrier, request, what)
  let fate = underSpells(world, carrier, roll, ordinaryFate(carrier, roll))
  for (const fault of faults.on(of)) {
    if (!('carrier' in fault && 'request' in fault) || fault.carrier !== carrier || fault.request !== request) continue
    faults.count(fault)
    fate = underFault(fate, fault)
  }
  return fate
}
