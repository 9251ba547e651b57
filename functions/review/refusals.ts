/** Why a call is refused: its HTTP status, and what is said where the code has no more to say. */
export const refusals = {
  'invalid-call': { status: 400, sentence: 'The call cannot be read.' },
  'too-large': { status: 400, sentence: 'The call is larger than a template can be.' },
  'not-a-reviewer': {
    status: 403,
    sentence: 'This deployment names the roles that decide on templates, and the caller has none of them.',
  },
  'federated-user': {
    status: 403,
    sentence: 'A federated user chose its own name, which tells nobody who it is: come as a user of IAM or by a role.',
  },
  'self-approval': { status: 403, sentence: 'Whoever submitted a version does not decide on it: another person does.' },
  'unknown-template': { status: 404, sentence: 'There is no such version of a template.' },
  'not-in-review': { status: 409, sentence: 'The version is not in review: it is still being checked, or was decided before.' },
  superseded: { status: 409, sentence: 'A later version is the current one.' },
  'already-retired': { status: 409, sentence: 'The template was retired before.' },
} as const satisfies Record<string, { status: number; sentence: string }>
export type RefusalCode = keyof typeof refusals

export interface Refusal {
  readonly code: RefusalCode
  readonly problems: readonly string[]
}

export const refusal = (code: RefusalCode, problems: readonly string[] = [refusals[code].sentence]): Refusal => ({
  code,
  problems,
})
