import type { StateMachineDefinition } from 'aws-local-stepfunctions'
import { beforeEach, onTestFinished, vi } from 'vitest'
import { noon } from '../../builders/noon.ts'
import { runDefinition } from '../../workflows/run-definition.ts'
import { Definition, type Step } from './definition.ts'
import type { Data } from './paths.ts'
import { type Answer, answerOf, noPayloads, type Script, scriptedRun } from './scripted-run.ts'

const random = 0.5

/** A wait that nobody ends is over by its timeout. */
const give = (answer: Answer) => {
  if (answer === 'silent') return new Promise(() => {})
  if ('error' in answer) throw Object.assign(new Error(answer.cause), { name: answer.error })
  return answer.output
}

/** A moment that has passed is waited for all the same by a timer, which takes a millisecond. */
const tenths = (seconds: number) => seconds.toFixed(1)

/**
 * The interpreter of the simulation and `aws-local-stepfunctions`, which was written by others, over one definition. Before each test
 * of the file it is noon, and chance is none.
 */
export const bothInterpreters = <Of extends Step>(json: StateMachineDefinition, input: Data) => {
  const definition = Definition.parse(json)

  beforeEach(() => {
    vi.useFakeTimers({ now: noon })
    vi.spyOn(Math, 'random').mockReturnValue(random)
    onTestFinished(() => {
      vi.useRealTimers()
      vi.restoreAllMocks()
    })
  })

  return {
    ours: (script: Script<Of>) => {
      const { path, data, end, seconds, payloads } = scriptedRun(definition, script, input, random, noon)
      const isDone = end?.status === 'SUCCEEDED'
      const failure = isDone ? undefined : { error: end?.error, cause: end?.cause }
      return { path, failure, output: isDone ? data : undefined, seconds: tenths(seconds), payloads }
    },
    theirs: async (script: Script<Of>) => {
      vi.setSystemTime(noon)
      const payloads = noPayloads(script)
      const step = (name: Of) => (payload: Data) => give(answerOf(script[name], payloads[name].push(payload) - 1))
      const functions = Object.fromEntries(Object.keys(script).map((name) => [name, step(name as Of)]))
      const { path, failure, output, seconds } = await runDefinition(json, functions, input)
      return { path, failure, output, seconds: tenths(seconds), payloads }
    },
  }
}
