/** Why a word on a recipient is refused, each with its sentence. `malformed` names the fields itself. */
export const rejections = {
  malformed: 'The event cannot be read.',
  'foreign-source': 'The event comes from a source or an account that may not tell this deployment whom to text.',
  stale: 'The event is older than this deployment accepts for what lets somebody be texted; a suppression counts however late.',
} as const

export type RejectionCode = keyof typeof rejections

export interface Rejection {
  readonly code: RejectionCode
  readonly explanation: string
}

export const rejection = (code: RejectionCode, explanation: string = rejections[code]): Rejection => ({ code, explanation })
