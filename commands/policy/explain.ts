import * as z from 'zod'
import { Question } from '../../functions/explain/handler.ts'
import { outcomes } from '../../functions/notification/outcome.ts'
import { sentenceOf } from '../../functions/notification/problem.ts'
import { problemsOf } from '../../functions/notification/problems-of.ts'
import { PolicyAnswer } from '../../functions/policy/policy-answer.ts'
import { Failed } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { askExplainer } from './ask-explainer.ts'

export interface ExplainOptions extends TargetOptions, JsonOption {
  readonly to: string
  readonly kind: string
  readonly at?: string
  readonly timeZone?: string
  readonly sendAfter?: string
  readonly parts?: string
}

const Explanation = z.object({
  number: z.union([
    z.object({ ok: z.literal(true), country: z.string() }),
    z.object({ ok: z.literal(false), reason: z.string() }),
  ]),
  answers: z.array(PolicyAnswer),
  verdict: z.union([
    z.literal('send'),
    z.object({ holdUntil: z.iso.datetime() }),
    z.object({ outcome: z.enum(outcomes), reason: z.string() }),
  ]),
})
type Explanation = z.infer<typeof Explanation>

const line = (rule: string, decision: string, reason: string, until?: string) =>
  `${rule.padEnd(12)}  ${decision.padEnd(5)}  ${reason}${until ? `, until ${until}` : ''}`

const inWords = (verdict: Explanation['verdict']): string => {
  if (verdict === 'send') return 'It would be sent.'
  if ('holdUntil' in verdict) return `It would be held until ${verdict.holdUntil}, and judged anew.`
  return `It would end as ${verdict.outcome}: ${verdict.reason}.`
}

const describe = ({ number, answers, verdict }: Explanation): string[] => [
  number.ok ? line('number', 'allow', `of ${number.country}`) : line('number', 'stop', number.reason),
  ...answers.map(({ rule, decision, reason, until }) => line(rule, decision, reason, until)),
  '',
  inWords(verdict),
]

/** `heliograph explain`: what each rule of policy would say of a text, without sending one. */
export const explain = async (options: ExplainOptions): Promise<void> => {
  const { to, kind, at, timeZone, sendAfter, parts } = options
  const question = { about: 'text', to, kind, at, timeZone, sendAfter, parts: parts === undefined ? undefined : Number(parts) }
  const parsed = Question.safeParse(question)
  if (!parsed.success) throw new Failed(sentenceOf(problemsOf(parsed.error)))
  const explanation = await askExplainer(await findTarget(options), parsed.data, Explanation)
  print(explanation, describe(explanation), options)
}
