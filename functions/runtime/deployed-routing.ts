import type { Routing } from '../notification/routing.ts'
import { environment, Variables } from './environment.ts'

const needed = Variables.pick({ CARRIERS: true, RECEIPT_SECONDS: true, RECEIPT_WAIT_SECONDS: true, SHORTEST_WAIT: true })

/** How this deployment sends. */
export const deployedRouting = (): Routing => {
  const { CARRIERS, RECEIPT_SECONDS, RECEIPT_WAIT_SECONDS, SHORTEST_WAIT } = environment(needed)
  return { carriers: CARRIERS, waits: { receiptSeconds: RECEIPT_SECONDS, byKind: RECEIPT_WAIT_SECONDS, shortest: SHORTEST_WAIT } }
}
