import { type CallRefusal, ofAnyCall, type Refusals, refusalBy } from '../signed-call/refusal.ts'

/** Why nothing personal is shown. */
export const refusals = {
  ...ofAnyCall,
  'nothing-kept': {
    status: 404,
    sentence: 'Nothing personal is kept of it: time or `heliograph forget` has erased it, or nobody requested it.',
  },
} as const satisfies Refusals<string>
export type RefusalCode = keyof typeof refusals

export type Refusal = CallRefusal<RefusalCode>

export const refusal = refusalBy<RefusalCode>(refusals)
