import type { Attempt } from './attempt.ts'
import type { Ending } from './end.ts'
import { unknownOr } from './unknown-or.ts'

/** The end of what has nobody left to be texted: expired, unless an earlier attempt may still arrive. */
export const personErased = ({ attempts }: { readonly attempts: readonly Attempt[] }): Ending => ({
  outcome: unknownOr('expired', attempts),
  reason: 'person-erased',
})
