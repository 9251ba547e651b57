import type { Situation } from '../../functions/fall-back/situation.ts'
import type { CarrierName } from '../../functions/notification/carrier-name.ts'
import { defaultKinds, type Kind } from '../../functions/notification/kinds.ts'

/** The rule asks for no carrier by its name, so more can be had than there are today. */
const names = ['sns', 'twilio', 'third', 'fourth', 'fifth'] as CarrierName[]

/** @param count from 1 to 5 */
export const someCarriers = (count: number): Situation['carriers'] => {
  const [first = 'sns', ...others] = names.slice(0, count)
  return [first, ...others]
}

/** An order's notice with two carriers and nearly a day left, nothing attempted yet; the die shows the most. */
export const aSituation = ({ kind = 'order', ...overrides }: Partial<Situation> & { readonly kind?: Kind } = {}): Situation => ({
  attempts: [],
  policy: defaultKinds[kind],
  carriers: someCarriers(2),
  drained: [],
  secondsLeft: defaultKinds[kind].validForSeconds - 30,
  passes: overrides.attempts?.length ?? 0,
  random: 1,
  ...overrides,
})
