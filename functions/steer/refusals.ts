import { type CallRefusal, ofAnyCall, type Refusals, refusalBy } from '../signed-call/refusal.ts'

/** Why a carrier is neither drained nor restored. */
export const refusals = {
  ...ofAnyCall,
  'unknown-carrier': { status: 404, sentence: 'This deployment sends by no carrier of that name.' },
  'unknown-country': { status: 404, sentence: 'This deployment texts no numbers of that country.' },
  'not-drained': { status: 409, sentence: 'There is nothing to restore: it is not drained.' },
  'drained-everywhere': {
    status: 409,
    sentence: 'It is drained for every country, and one cannot be taken out of that: restore it, and drain it for the others.',
  },
} as const satisfies Refusals<string>
export type RefusalCode = keyof typeof refusals

export type Refusal = CallRefusal<RefusalCode>

export const refusal = refusalBy<RefusalCode>(refusals)
