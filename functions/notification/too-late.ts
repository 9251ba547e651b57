import type { Attempt } from './attempt.ts'
import type { Ending } from './end.ts'
import { unknownOr } from './unknown-or.ts'

/** The end of what may not be begun any more: expired, unless an earlier attempt may still arrive. */
export const tooLate = ({ attempts }: { readonly attempts: readonly Attempt[] }): Ending => ({
  outcome: unknownOr('expired', attempts),
  reason: 'validity-passed',
})
