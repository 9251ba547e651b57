import { StateMachine } from 'aws-local-stepfunctions'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { aSendNext } from '../builders/a-send-next.ts'
import { synthesise } from '../infra/synthesise.ts'
import { definitionOf } from './definition-of.ts'
import { runDefinition } from './run-definition.ts'

/** Ids and decisions only: an execution's history keeps whatever its state carries, for 90 days and in clear. */

const definition = definitionOf(synthesise({ deployment: 'local' }))

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
})

type Field = readonly [field: string, value: unknown]

/** Every field of the definition, however deep. */
const fieldsOf = (value: unknown): Field[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([field, inner]) => [[field, inner] as const, ...fieldsOf(inner)])
    : []

const isPath = (value: unknown) => typeof value === 'string' && value.startsWith('$')

const distinct = (fields: readonly Field[]) =>
  [...new Set(fields.map(([field, value]) => `${field} = ${JSON.stringify(value)}`))].sort()

it('is a definition that the language of states allows', () => {
  expect(() => new StateMachine(definition)).not.toThrow()
})

it('hands the functions an id, a decision and a token, and reads nothing else of the state', () => {
  expect(distinct(fieldsOf(definition).filter(([, value]) => isPath(value)))).toEqual([
    'CausePath = "$.next.reason"',
    'ResultPath = "$.next"',
    'TimeoutSecondsPath = "$.next.waitSeconds"',
    'TimestampPath = "$.next.until"',
    'Variable = "$.next.awaitReceipt"',
    'Variable = "$.next.decision"',
    'Variable = "$.next.outcome"',
    'attempt.$ = "$.next.attempt"',
    'next.$ = "$.next"',
    'notificationId.$ = "$.notificationId"',
    'taskToken.$ = "$$.Task.Token"',
  ])
})

it('keeps of every answer the decision only, and of no error anything', () => {
  const results = Object.entries(definition.States).flatMap(([state, { Type, ...fields }]) =>
    Type === 'Task' ? [[state, ...distinct(fieldsOf(fields).filter(([field]) => field === 'ResultPath'))]] : [],
  )
  expect(results).toEqual([
    ['Validate', 'ResultPath = "$.next"', 'ResultPath = null'],
    ['Fall back', 'ResultPath = "$.next"', 'ResultPath = null'],
    ['Send and await receipt', 'ResultPath = null'],
    ['Send', 'ResultPath = null'],
    ['Close', 'ResultPath = null'],
  ])
})

it('gives each function what it needs and leaves two keys in the state, whatever answers and errors hold', async () => {
  const given: Record<string, unknown> = {}
  const step = (name: string, answer: () => unknown) => (payload: unknown) => {
    given[name] = payload
    return answer()
  }
  const talkative = () => {
    throw Object.assign(new Error('+14155550123'), { name: 'Refused' })
  }
  const decision = { decision: 'stop', outcome: 'delivered', reason: 'receipt' }
  const functions = {
    validate: step('validate', aSendNext),
    send: step('send', talkative),
    'fall-back': step('fall-back', () => decision),
    close: () => {},
  }
  const { output } = await runDefinition(definition, functions, { notificationId: 'shop-1' })
  expect(given).toEqual({
    validate: { notificationId: 'shop-1' },
    send: { notificationId: 'shop-1', next: aSendNext(), taskToken: 'token-1' },
    'fall-back': { notificationId: 'shop-1', attempt: 1 },
  })
  expect(output).toEqual({ notificationId: 'shop-1', next: decision })
})

it('gives Close the id only', async () => {
  const close = vi.fn()
  const unknown = () => ({ decision: 'dance' })
  await runDefinition(definition, { validate: unknown, send: unknown, 'fall-back': unknown, close }, { notificationId: 'shop-1' })
  expect(close).toHaveBeenCalledExactlyOnceWith({ notificationId: 'shop-1' })
})
