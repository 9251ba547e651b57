/** Why a request is refused without a record, each with its sentence. `malformed` names the fields itself. */
export const rejections = {
  malformed: 'The event cannot be read.',
  'send-after-too-far': 'sendAfter lies further ahead than a text can be put off.',
  'foreign-source': 'The event comes from a source or an account that may not ask this deployment for notifications.',
  'id-reveals-recipient': "The notificationId holds digits of the recipient's number; ids stand in names and logs.",
  stale: 'The event is older than this deployment accepts.',
  'idempotency-conflict': 'An earlier request has this notificationId and other content; the earlier one stands.',
} as const

export type RejectionCode = keyof typeof rejections

export interface Rejection {
  readonly code: RejectionCode
  readonly explanation: string
  /** Where the event had one that may be told. */
  readonly notificationId?: string
}

export const rejection = (code: RejectionCode, notificationId?: string, explanation: string = rejections[code]): Rejection => ({
  code,
  explanation,
  ...(notificationId !== undefined && { notificationId }),
})
