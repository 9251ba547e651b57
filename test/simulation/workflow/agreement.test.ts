import fc from 'fast-check'
import { expect, it } from 'vitest'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { atNoon } from '../../builders/noon.ts'
import { synthesise } from '../../infra/synthesise.ts'
import { definitionOf } from '../../workflows/definition-of.ts'
import { bothInterpreters } from './both-interpreters.ts'
import type { DeliveryStep } from './definition.ts'
import type { Answer, Script } from './scripted-run.ts'

/** The interpreter of the simulation and `aws-local-stepfunctions`, which was written by others, make the same of every script. */

const json = definitionOf(synthesise({ deployment: 'local' }))
const { ours, theirs } = bothInterpreters<DeliveryStep>(json, { notificationId: 'shop-1' })

const answer = (output: unknown): Answer => ({ output })
const fault = (error: string): Answer => ({ error, cause: 'a cause' })
const send = (attempt = 1) => answer(aSendNext({ attempt }))
const hold = (seconds: number) => answer({ decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(seconds) })
const unawaited = (attempt = 1) => answer(aSendNext({ attempt, awaitReceipt: false, waitSeconds: 20 }))
const stop = (outcome: string) => answer({ decision: 'stop', outcome, reason: `why-${outcome}` })
const settled = answer({ delivered: true })
const nothing = answer(undefined)
const busy = fault('Lambda.TooManyRequestsException')

const goesWell: Script = { validate: [send()], send: [settled], 'fall-back': [stop('unknown')], close: [nothing] }
const times = (count: number, one: Answer, then: Answer): [Answer, ...Answer[]] => [one, ...Array(count - 1).fill(one), then]

const scenarios: readonly (readonly [name: string, script: Partial<Script>])[] = [
  ['all goes well', {}],
  ['the carrier refuses, and the next one delivers', { send: [fault('Refused'), settled], 'fall-back': [send(2)] }],
  ['the receipt is missing', { send: ['silent'] }],
  ['the receipt is missing, and the second attempt is delivered', { send: ['silent', settled], 'fall-back': [send(2)] }],
  ['no receipt is awaited', { validate: [unawaited()], send: [answer({ accepted: true })] }],
  ['no receipt is awaited, and send is silent', { validate: [unawaited()], send: ['silent'] }],
  [
    'no receipt is awaited, and the carrier refuses',
    { validate: [unawaited()], send: [fault('Refused'), settled], 'fall-back': [unawaited(2)] },
  ],
  ['no receipt is awaited, and Lambda has no room', { validate: [unawaited()], send: times(6, busy, settled) }],
  ['it is held back twice', { send: times(2, fault('Refused'), settled), 'fall-back': [hold(10), hold(700)] }],
  ['it is held until a moment that has passed', { send: [fault('NotDelivered'), settled], 'fall-back': [hold(-5)] }],
  ['Lambda has no room for send', { send: times(6, busy, settled) }],
  ['Lambda has no room for send for too long', { send: [busy] }],
  ['send dies', { send: [fault('Runtime.ExitError')] }],
  ['Validate fails for a while', { validate: times(12, fault('Error'), send()) }],
  ['Validate fails for good', { validate: [fault('Error')] }],
  ['Fall back fails for a while', { send: ['silent'], 'fall-back': times(12, fault('Sandbox.Timedout'), stop('unknown')) }],
  ['Fall back and Close fail for good', { send: ['silent'], 'fall-back': [fault('Error')], close: [fault('Error')] }],
  [
    'Fall back fails, and then again after it went well',
    {
      send: [fault('Refused')],
      'fall-back': [...times(12, fault('Error'), send(2)), ...times(12, fault('Error'), stop('unknown'))],
    },
  ],
  ['Validate decides what nobody knows', { validate: [answer({ decision: 'dance' })] }],
  ['Fall back stops by an outcome that nobody knows', { send: ['silent'], 'fall-back': [stop('forgotten')] }],
  ...outcomes.map((outcome) => [`Validate stops: ${outcome}`, { validate: [stop(outcome)] }] as const),
]

it.each(scenarios)('agree where %s', async (_, overrides) => {
  const script = { ...goesWell, ...overrides }
  expect(ours(script)).toEqual(await theirs(script))
})

const anyFault = fc.constantFrom(
  ...['Refused', 'Unknown', 'NotDelivered', 'NotArmed', 'Error', 'Fault', 'TypeError', 'Runtime.ExitError'],
  ...['Lambda.TooManyRequestsException', 'Lambda.Unknown', 'Sandbox.Timedout', 'States.Timeout', 'States.TaskFailed'],
)
const anyDecision = fc.oneof(
  fc
    .record({
      attempt: fc.integer({ min: 1, max: 9 }),
      waitSeconds: fc.integer({ min: 1, max: 5_000 }),
      awaitReceipt: fc.boolean(),
    })
    .map(aSendNext),
  fc.integer({ min: -100, max: 5_000 }).map((seconds) => ({ decision: 'hold', attempt: 1, until: atNoon(seconds) })),
  fc.constantFrom(...outcomes, 'forgotten').map((outcome) => ({ decision: 'stop', outcome, reason: `why-${outcome}` })),
  fc.constant({ decision: 'dance' }),
)
const answers = (output: fc.Arbitrary<unknown>, last: Answer, ...others: fc.Arbitrary<Answer>[]) =>
  fc
    .array(fc.oneof(output.map(answer), anyFault.map(fault), ...others), { maxLength: 20 })
    .map(([first = last, ...more]): [Answer, ...Answer[]] => [first, ...more, last])

const anyScript: fc.Arbitrary<Script> = fc.record({
  validate: answers(anyDecision, stop('rejected')),
  send: answers(fc.constant({ delivered: true }), settled, fc.constant('silent' as const)),
  'fall-back': answers(anyDecision, stop('unknown')),
  close: answers(fc.constant(undefined), nothing),
})

it('agree on any script: path, end, error, cause, output, seconds, and what each function is given', async () => {
  await fc.assert(
    fc.asyncProperty(anyScript, async (script) => {
      expect(ours(script)).toEqual(await theirs(script))
    }),
    { numRuns: 300 },
  )
})
