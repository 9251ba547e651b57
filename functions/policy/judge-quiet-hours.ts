import type { PolicyAnswer } from './policy-answer.ts'
import { firstAllowed } from './quiet/first-allowed.ts'
import { clockAt, quietAt } from './quiet/quiet-at.ts'
import { type QuietHours, quietTimesOf } from './quiet/quiet-hours.ts'
import { zonesOf } from './quiet/zones-of.ts'

/** All that the rule knows. */
export interface QuietFacts {
  /** Whether the notification's kind keeps them at all. */
  readonly keepsQuietHours: boolean
  /** Of the recipient's number: ISO 3166-1 alpha-2. */
  readonly country: string
  /** Where the requester knows the recipient to be: IANA. */
  readonly timeZone?: string | undefined
  readonly quietHours: QuietHours
}

const rule = 'quiet-hours'

/**
 * Whether it is a time to text somebody who may be in any of their number's time zones: it must be in every one of them.
 * @returns allow; or a hold until the first instant that is right everywhere. A hold without `until` where the place is unknown
 * (`zone-unknown`), or where 14 days have no such instant (`no-allowed-hour`): it ends only with the validity, as expired.
 * Source: 47 CFR 64.1200(c)(1), local time at the called party's location; see docs/policy.md.
 */
export const judgeQuietHours = (facts: QuietFacts, now: Date): PolicyAnswer => {
  const { keepsQuietHours, country, timeZone, quietHours } = facts
  if (!keepsQuietHours) return { decision: 'allow', rule, reason: 'not-kept-by-kind' }
  const timeZones = zonesOf(country, timeZone)
  if (timeZones.length === 0) return { decision: 'hold', rule, reason: 'zone-unknown' }
  const times = quietTimesOf(quietHours, country)
  const quiet = new Set(timeZones.map((zone) => quietAt(clockAt(now.getTime(), zone), times)))
  const reason = quiet.has('quiet-day') ? 'quiet-day' : quiet.has('quiet-hours') ? 'quiet-hours' : undefined
  if (reason === undefined) return { decision: 'allow', rule, reason: 'waking-hours' }
  const until = firstAllowed(timeZones, times, now)
  if (until === undefined) return { decision: 'hold', rule, reason: 'no-allowed-hour' }
  return { decision: 'hold', rule, reason, until: until.toISOString() }
}
