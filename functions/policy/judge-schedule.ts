import type { PolicyAnswer } from './policy-answer.ts'

const rule = 'schedule'

/**
 * A text that is to go later is held until then, in whole seconds: the workflow's Wait cuts a fraction off, would end too early, and be
 * asked for again and again until the second is over.
 * @param facts `sendAfter` is an instant in ISO 8601; without one the text is due at once
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html
 */
export const judgeSchedule = ({ sendAfter }: { readonly sendAfter?: string | undefined }, now: Date): PolicyAnswer => {
  if (sendAfter === undefined || Date.parse(sendAfter) <= now.getTime()) return { decision: 'allow', rule, reason: 'due' }
  const second = Math.ceil(Date.parse(sendAfter) / 1000)
  return { decision: 'hold', rule, reason: 'scheduled', until: new Date(second * 1000).toISOString() }
}
