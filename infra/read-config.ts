import { parseJson } from '../functions/notification/parse-json.ts'
import { sentenceOf } from '../functions/notification/problem.ts'
import { problemsOf } from '../functions/notification/problems-of.ts'
import { Config } from './config.ts'
import { deployments } from './deployments.ts'

const prefix = 'heliograph.'

/** On the command line every value is a string; what is JSON is read as that. */
const readValue = (given: unknown): unknown => (typeof given === 'string' ? (parseJson(given) ?? given) : given)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Sets what a path such as ["endpoints", "sns"] names, in a copy. */
const withValue = (
  record: Record<string, unknown>,
  [field = '', ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> => {
  const inner = record[field]
  return { ...record, [field]: rest.length === 0 ? value : withValue(isRecord(inner) ? inner : {}, rest, value) }
}

/**
 * The configuration of a deployment: `-c deployment=production` (the default) names where to start, and
 * `-c heliograph.<path>=<value>` overrides one value, e.g. `-c heliograph.endpoints.sns=http://127.0.0.1:4570`.
 * @throws one error with a sentence that names every unknown or impossible value
 */
export const readConfig = (context: Readonly<Record<string, unknown>>): Config => {
  if ('heliograph' in context) throw new Error('heliograph must name what it sets, as in heliograph.concurrency.')
  const name = String(context.deployment ?? 'production')
  const start = Object.entries(deployments).find(([deployment]) => deployment === name)?.[1]
  if (start === undefined) throw new Error(`deployment must be one of ${Object.keys(deployments).join(', ')}.`)
  const overridden = Object.entries(context)
    .filter(([key]) => key.startsWith(prefix))
    .reduce<Record<string, unknown>>(
      (config, [key, value]) => withValue(config, key.slice(prefix.length).split('.'), readValue(value)),
      { ...start },
    )
  const parsed = Config.safeParse(overridden)
  if (!parsed.success) throw new Error(`The configuration of ${name} cannot be used: ${sentenceOf(problemsOf(parsed.error))}`)
  return parsed.data
}
