import type { Routing } from '../notification/routing.ts'
import { deployedKinds } from './deployed-kinds.ts'
import { environment, Variables } from './environment.ts'

const needed = Variables.pick({ CARRIERS: true, RECEIPT_SECONDS: true, SHORTEST_WAIT: true })

/** How this deployment sends. */
export const deployedRouting = (): Routing => {
  const { CARRIERS, RECEIPT_SECONDS, SHORTEST_WAIT } = environment(needed)
  return { kinds: deployedKinds(), carriers: CARRIERS, waits: { receiptSeconds: RECEIPT_SECONDS, shortest: SHORTEST_WAIT } }
}
