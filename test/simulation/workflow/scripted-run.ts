import type { Definition, DeliveryStep, Step } from './definition.ts'
import type { Execution } from './execution.ts'
import { type Failure, fail, start, succeed, todo, waited } from './machine.ts'
import type { Data } from './paths.ts'

/** What a step answers, fails by, or keeps to itself. */
export type Answer = { readonly output: unknown } | Failure | 'silent'

/** The answers of each step, in order; the last is that of all later ones. */
export type Script<Of extends Step = DeliveryStep> = Readonly<Record<Of, readonly [Answer, ...Answer[]]>>

export const answerOf = (answers: readonly [Answer, ...Answer[]], calls: number): Answer =>
  answers[calls] ?? answers.at(-1) ?? answers[0]

const timedOut = { error: 'States.Timeout', cause: '' }

const answered = (definition: Definition, execution: Execution, answer: Exclude<Answer, 'silent'>, random: number) =>
  'error' in answer ? fail(definition, execution, answer, random) : succeed(definition, execution, answer.output)

const isIn = <Of extends Step>(script: Script<Of>, step: Step): step is Of => Object.hasOwn(script, step)

/** One empty list for each step of a script. */
export const noPayloads = <Of extends Step>(script: Script<Of>): Record<Of, Data[]> =>
  Object.fromEntries(Object.keys(script).map((step): [string, Data[]] => [step, []])) as unknown as Record<Of, Data[]>

/** Runs an execution to its end by a script, and counts the seconds that AWS would have needed. */
export const scriptedRun = <Of extends Step>(
  definition: Definition,
  script: Script<Of>,
  input: Data,
  random: number,
  startedAt: Date,
) => {
  const payloads = noPayloads(script)
  let execution = start(definition, input)
  let seconds = 0
  let tokens = 0
  for (;;) {
    const next = todo(definition, execution, `token-${tokens + 1}`)
    switch (next.type) {
      case 'ended':
        return { path: execution.path, data: execution.data, end: execution.end, seconds, payloads }
      case 'wait':
        seconds = Math.max(seconds, (next.until.getTime() - startedAt.getTime()) / 1000)
        execution = waited(definition, execution)
        break
      case 'back-off':
        seconds += next.seconds
        execution = waited(definition, execution)
        break
      case 'call': {
        if (next.waitsForToken) tokens += 1
        const { step } = next
        if (!isIn(script, step)) throw new Error(`the script does not say what ${step} answers`)
        const answer = answerOf(script[step], payloads[step].push(next.payload) - 1)
        if (answer === 'silent') seconds += next.timeoutSeconds ?? 0
        execution = answered(definition, execution, answer === 'silent' ? timedOut : answer, random)
        break
      }
      default:
        return next satisfies never
    }
  }
}
