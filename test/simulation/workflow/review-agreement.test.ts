import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { noon } from '../../builders/noon.ts'
import { synthesise } from '../../infra/synthesise.ts'
import { definitionOf } from '../../workflows/definition-of.ts'
import { runDefinition } from '../../workflows/run-definition.ts'
import { Definition, type ReviewStep } from './definition.ts'
import { type Answer, answerOf, noPayloads, type Script, scriptedRun } from './scripted-run.ts'

/** Of the review, too, the interpreter of the simulation makes what `aws-local-stepfunctions` makes, which was written by others. */

const json = definitionOf(synthesise({ deployment: 'local' }), 'review-template')
const definition = Definition.parse(json)
const input = { name: 'order-shipped', version: 1 }
const random = 0.5

beforeEach(() => {
  vi.useFakeTimers({ now: noon })
  vi.spyOn(Math, 'random').mockReturnValue(random)
  onTestFinished(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
})

/** A wait that nobody ends is over by its timeout. */
const give = (answer: Answer) => {
  if (answer === 'silent') return new Promise(() => {})
  if ('error' in answer) throw Object.assign(new Error(answer.cause), { name: answer.error })
  return answer.output
}

const theirs = async (script: Script<ReviewStep>) => {
  const payloads = noPayloads(script)
  const step = (name: ReviewStep) => (payload: never) => give(answerOf(script[name], payloads[name].push(payload) - 1))
  const functions = {
    'check-template': step('check-template'),
    'request-review': step('request-review'),
    'close-review': step('close-review'),
  }
  const { path, failure } = await runDefinition(json, functions, input)
  return { path, failure, payloads }
}

const ours = (script: Script<ReviewStep>) => {
  const { path, end, payloads } = scriptedRun(definition, script, input, random, noon)
  return { path, failure: end?.status === 'SUCCEEDED' ? undefined : { error: end?.error, cause: end?.cause }, payloads }
}

const decided = (verdict: string): Answer => ({ output: { decided: verdict } })
const passes: Answer = { output: { passes: true } }
const fails: Answer = { output: { passes: false } }
const fault: Answer = { error: 'Runtime.ExitError', cause: 'a cause' }
const nothing: Answer = { output: null }

it.each<[string, Script<ReviewStep>, ends: string]>([
  ['is approved', { 'check-template': [passes], 'request-review': [decided('approved')], 'close-review': [nothing] }, 'Approved'],
  ['is rejected', { 'check-template': [passes], 'request-review': [decided('rejected')], 'close-review': [nothing] }, 'Rejected'],
  ['fails its checks', { 'check-template': [fails], 'request-review': [nothing], 'close-review': [nothing] }, 'Rejected'],
  ['expires', { 'check-template': [passes], 'request-review': ['silent'], 'close-review': [decided('expired')] }, 'Expired'],
  [
    'expires as it is approved',
    { 'check-template': [passes], 'request-review': ['silent'], 'close-review': [decided('approved')] },
    'Approved',
  ],
  [
    'is asked again after errors',
    { 'check-template': [fault, passes], 'request-review': [fault, fault, decided('approved')], 'close-review': [nothing] },
    'Approved',
  ],
  ['breaks', { 'check-template': [fault], 'request-review': [nothing], 'close-review': [nothing] }, 'Fault'],
  ['breaks to the last', { 'check-template': [fault], 'request-review': [nothing], 'close-review': [fault] }, 'Fault'],
])('both interpreters go the same way with a version that %s', async (_, script, ends) => {
  const run = ours(script)
  expect(run).toEqual(await theirs(script))
  expect(run.path.at(-1)).toBe(ends)
})
