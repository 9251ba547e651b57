import { expect, it } from 'vitest'
import { synthesise } from '../../infra/synthesise.ts'
import { definitionOf } from '../../workflows/definition-of.ts'
import { bothInterpreters } from './both-interpreters.ts'
import type { ReviewStep } from './definition.ts'
import type { Answer, Script } from './scripted-run.ts'

/** Of the review, too, the interpreter of the simulation makes what `aws-local-stepfunctions` makes, which was written by others. */

const json = definitionOf(synthesise({ deployment: 'local' }), 'review-template')
const { ours, theirs } = bothInterpreters<ReviewStep>(json, { name: 'order-shipped', version: 1 })

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
