import * as z from 'zod'

/** Every rule that may keep a text back, in the order in which they are asked. */
export const policyRules = ['suppression', 'consent', 'schedule', 'quiet-hours', 'frequency', 'budget'] as const
export type PolicyRule = (typeof policyRules)[number]

/**
 * What one rule says of one notification at one instant. A rule holds or stops for its own reason alone and does not know how long the
 * text is valid: who folds the answers takes a hold that outlasts the validity for the outcome `expired`, with the hold's reason.
 */
export const PolicyAnswer = z.object({
  /** To send, as far as this rule goes; to wait and be judged anew; never to send. */
  decision: z.enum(['allow', 'hold', 'stop']),
  rule: z.enum(policyRules),
  /** A code, e.g. "opted-out". */
  reason: z.string(),
  /** The first instant at which the rule would allow it. A hold without one would outlast any validity. */
  until: z.iso.datetime().optional(),
})
export type PolicyAnswer = Readonly<z.infer<typeof PolicyAnswer>>
