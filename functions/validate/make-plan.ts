import type { Ending } from '../notification/end.ts'
import { type IndustryKind, isIndustry, kindPolicies } from '../notification/kinds.ts'
import type { Notification, Person, Plan } from '../notification/notification.ts'
import { type Problem, sentenceOf } from '../notification/problem.ts'
import { chooseText } from '../template/choose-text.ts'
import { judgeParameters } from '../template/judge-parameters.ts'
import { render } from '../template/render.ts'
import type { TemplateVersion } from '../template/template.ts'
import { countParts } from '../text/count-parts.ts'
import { judgeNumber, type NumberPolicy, type NumberVerdict } from './judge-number.ts'

/** What is decided once for a notification: its kind, its plan, and the very text that every attempt sends. */
export interface Planned {
  readonly kind: IndustryKind
  readonly plan: Plan
  readonly text: string
}

/** Why nothing is sent; the kind where the template told it. */
export interface Refused extends Ending {
  readonly kind?: IndustryKind
}

const rejected = (reason: string, ...problems: Problem[]): Refused => ({
  outcome: 'rejected',
  reason,
  explanation: sentenceOf(problems),
})

/** A text is of use until its kind's time is over, counted from the request, or until the requester says so. */
const validUntil = ({ requestedAt, expiresAt }: Notification, kind: IndustryKind): string => {
  const byKind = new Date(requestedAt).getTime() + kindPolicies[kind].validForSeconds * 1000
  const byRequest = expiresAt === undefined ? byKind : new Date(expiresAt).getTime()
  return new Date(Math.min(byKind, byRequest)).toISOString()
}

const refusedNumber = ({ code, problem }: Extract<NumberVerdict, { ok: false }>): Refused => {
  const ending = rejected(code, { field: 'to', problem })
  return code === 'not-in-only-to' ? { ...ending, outcome: 'suppressed' } : ending
}

/** What was planned is judged anew after a hold: the deployment may not text this number any more. */
export const judgeAgain = ({ to }: Person, numbers: NumberPolicy): Refused | undefined => {
  const verdict = judgeNumber(to, numbers)
  return verdict.ok ? undefined : refusedNumber(verdict)
}

const judged = (to: string, template: TemplateVersion, params: Readonly<Record<string, unknown>>, numbers: NumberPolicy) => {
  const problems = judgeParameters(template.slots, params)
  if (problems.length > 0) return rejected('invalid-parameters', ...problems)
  const verdict = judgeNumber(to, numbers)
  return verdict.ok ? verdict : refusedNumber(verdict)
}

/**
 * Judges a request against its template and renders it.
 * @param template the current version of the one that the request names, or undefined when there is none
 * @returns the plan, or the outcome with every wrong field named
 */
export const makePlan = (
  notification: Notification,
  { to, params = {} }: Person,
  template: TemplateVersion | undefined,
  numbers: NumberPolicy,
): Planned | Refused => {
  if (template === undefined) return rejected('unknown-template', { field: 'template', problem: 'is not the name of a template' })
  const { kind, version } = template
  if (!isIndustry(kind))
    return rejected('not-offered', { field: 'template', problem: 'is of kind marketing, which is not offered yet' })
  const number = judged(to, template, params, numbers)
  if ('outcome' in number) return { ...number, kind }
  const chosen = chooseText(template, notification.locale)
  const text = render(chosen.text, stringsOf(params))
  const { encoding, parts } = countParts(text)
  const plan = {
    version,
    locale: chosen.locale,
    country: number.country,
    encoding,
    parts,
    validUntil: validUntil(notification, kind),
  }
  return { kind, plan, text }
}

const stringsOf = (params: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
