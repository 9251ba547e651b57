import type { PolicyAnswer } from './policy-answer.ts'

const rule = 'schedule'

/** A text that is to go later is held until then. `sendAfter` is an instant in ISO 8601; without one it is due at once. */
export const judgeSchedule = ({ sendAfter }: { readonly sendAfter?: string | undefined }, now: Date): PolicyAnswer => {
  if (sendAfter === undefined || Date.parse(sendAfter) <= now.getTime()) return { decision: 'allow', rule, reason: 'due' }
  return { decision: 'hold', rule, reason: 'scheduled', until: new Date(sendAfter).toISOString() }
}
