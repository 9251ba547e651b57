/** The rules in the order in which they are asked. */
export const policyRules = ['country', 'suppression', 'consent', 'schedule', 'quiet-hours', 'frequency', 'budget'] as const
export interface PolicyAnswer {
  readonly decision: 'allow' | 'hold' | 'stop'
  readonly rule: (typeof policyRules)[number]
  readonly reason: string
  readonly until?: string
}
