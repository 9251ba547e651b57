/** Why a call is refused, by code: its HTTP status, and what is said where the code has no more to say. */
export type Refusals<Code extends string> = Readonly<Record<Code, { readonly status: number; readonly sentence: string }>>

export interface CallRefusal<Code extends string> {
  readonly code: Code
  readonly problems: readonly string[]
}

/** What any signed call may be refused for. */
export const ofAnyCall = {
  'invalid-call': { status: 400, sentence: 'The call cannot be read.' },
  'too-large': { status: 400, sentence: 'The call is larger than one can be.' },
  'federated-user': {
    status: 403,
    sentence: 'A federated user chose its own name, which tells nobody who it is: come as a user of IAM or by a role.',
  },
} as const satisfies Refusals<string>

export const refusalBy =
  <Code extends string>(refusals: Refusals<Code>) =>
  (code: Code, problems: readonly string[] = [refusals[code].sentence]): CallRefusal<Code> => ({ code, problems })
