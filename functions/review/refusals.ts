import { type CallRefusal, ofAnyCall, type Refusals, refusalBy } from '../signed-call/refusal.ts'

/** Why a version is neither taken nor decided on. */
export const refusals = {
  ...ofAnyCall,
  'too-large': { status: 400, sentence: 'The call is larger than a template can be.' },
  'not-a-reviewer': {
    status: 403,
    sentence: 'This deployment names the roles that decide on templates, and the caller has none of them.',
  },
  'self-approval': { status: 403, sentence: 'Whoever submitted a version does not decide on it: another person does.' },
  'unknown-template': { status: 404, sentence: 'There is no such version of a template.' },
  'not-in-review': { status: 409, sentence: 'The version is not in review: it is still being checked, or was decided before.' },
  superseded: { status: 409, sentence: 'A later version is the current one.' },
  'already-retired': { status: 409, sentence: 'The template was retired before.' },
} as const satisfies Refusals<string>
export type RefusalCode = keyof typeof refusals

export type Refusal = CallRefusal<RefusalCode>

export const refusal = refusalBy<RefusalCode>(refusals)
