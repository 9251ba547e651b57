import type { PolicyAnswer } from './policy-answer.ts'

/**
 * Whether a hold would end when it is too late: from `validUntil` on nothing is sent. Then nobody need wait for it: the notification has
 * expired for the hold's reason. A hold without `until` outlasts any validity.
 */
export const outlasts = ({ until }: Pick<PolicyAnswer, 'until'>, validUntil: string): boolean =>
  until === undefined || Date.parse(until) >= Date.parse(validUntil)
