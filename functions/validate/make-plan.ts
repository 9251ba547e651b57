import { dueAt } from '../notification/due-at.ts'
import type { Ending } from '../notification/end.ts'
import type { KindPolicy } from '../notification/kind-policy.ts'
import type { Kind } from '../notification/kinds.ts'
import type { Notification, Person, Plan } from '../notification/notification.ts'
import { planned } from '../notification/planned.ts'
import { type Problem, sentenceOf } from '../notification/problem.ts'
import type { Routing } from '../notification/routing.ts'
import type { CurrentTemplate } from '../record/read-template.ts'
import { compile } from '../template/compose.ts'
import type { TemplateVersion } from '../template/template.ts'
import type { PriceList } from '../text/price-of.ts'
import { judgeCost } from './judge-cost.ts'
import { judgeNumber, type NumberPolicy, type NumberVerdict } from './judge-number.ts'

/** What is decided once for a notification: its kind, its plan, and the very text that every attempt sends. */
export interface Planned {
  readonly kind: Kind
  readonly plan: Plan
  readonly text: string
}

/** Why nothing is sent; the kind where the template told it. */
export interface Refused extends Ending {
  readonly kind?: Kind
}

const rejected = (reason: string, ...problems: Problem[]): Refused => ({
  outcome: 'rejected',
  reason,
  explanation: sentenceOf(problems),
})

/** A text is of use until its kind's time is over, counted from when it is due, or until the requester says so. */
const validUntil = (notification: Notification, { validForSeconds }: KindPolicy): string => {
  const { expiresAt } = notification
  const byKind = dueAt(notification).getTime() + validForSeconds * 1000
  const byRequest = expiresAt === undefined ? byKind : new Date(expiresAt).getTime()
  return new Date(Math.min(byKind, byRequest)).toISOString()
}

const refusedNumber = ({ code, problem }: Extract<NumberVerdict, { ok: false }>): Refused => {
  const ending = rejected(code, { field: 'to', problem })
  return code === 'not-in-only-to' ? { ...ending, outcome: 'suppressed' } : ending
}

/** What a deployment says of numbers, prices, kinds and carriers. */
export interface PlanPolicy {
  readonly numbers: NumberPolicy
  readonly prices: PriceList
  readonly routing: Omit<Routing, 'waits'>
}

/** What was planned is judged anew after a hold: the deployment may not text this number any more. */
export const judgeAgain = (
  notification: Notification,
  { to }: Person,
  { numbers, routing }: Omit<PlanPolicy, 'prices'>,
): Refused | undefined => {
  const verdict = judgeNumber(to, numbers, routing.kinds[planned(notification).kind].countries)
  return verdict.ok ? undefined : refusedNumber(verdict)
}

const refusedTemplate = (reason: 'unknown-template' | 'template-retired', problem: string) =>
  rejected(reason, { field: 'template', problem })

/**
 * Judges a request against its template and composes its text.
 * @param current what is sent under the template's name, or undefined when there is nothing
 * @returns the plan, or the outcome with every wrong field named
 */
export const makePlan = (
  notification: Notification,
  person: Person,
  current: CurrentTemplate | undefined,
  policy: PlanPolicy,
): Planned | Refused => {
  if (current === undefined) return refusedTemplate('unknown-template', 'is not the name of a template')
  const { version: template, isRetired } = current
  const { kind } = template
  const made = isRetired ? refusedTemplate('template-retired', 'is retired') : planBy(template, notification, person, policy)
  return { ...made, kind }
}

const planBy = (
  template: TemplateVersion,
  notification: Notification,
  { to, params = {} }: Person,
  { numbers, prices: list, routing }: PlanPolicy,
): Planned | Refused => {
  const composed = compile(template)(params, notification.locale)
  if (!composed.ok) return rejected('invalid-parameters', ...composed.problems)
  const { locale, text, encoding, parts } = composed
  const { kind, version, senderId } = template
  const policy = routing.kinds[kind]
  const number = judgeNumber(to, numbers, policy.countries)
  if (!number.ok) return refusedNumber(number)
  const { country } = number
  const cost = judgeCost({ kind, country, parts }, policy, list, routing.carriers[kind])
  if (!cost.ok) return rejected(cost.code, { field: 'text', problem: cost.problem })
  const { prices } = cost
  return {
    kind,
    text,
    plan: { version, locale, country, encoding, parts, prices, senderId, validUntil: validUntil(notification, policy) },
  }
}
