import { describe, expect, it } from 'vitest'
import { aSendNext } from '../../builders/a-send-next.ts'
import { atNoon } from '../../builders/noon.ts'
import { synthesise } from '../../infra/synthesise.ts'
import { definitionOf } from '../../workflows/definition-of.ts'
import { Definition } from './definition.ts'
import { fail, start, stop, succeed, todo, waited } from './machine.ts'

const json = definitionOf(synthesise({ deployment: 'local' }))
const definition = Definition.parse(json)
const started = start(definition, { notificationId: 'shop-1' })
const refused = { error: 'Refused', cause: 'route: no-route' }
const sending = succeed(definition, started, aSendNext())
const held = succeed(definition, started, { decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(60) })

it('is a plain value between two steps', () => {
  for (const execution of [started, sending, held]) expect(JSON.parse(JSON.stringify(execution))).toEqual(execution)
})

it('gives each task that is scheduled the token that the caller made for it', () => {
  const busy = fail(definition, sending, { error: 'Lambda.TooManyRequestsException', cause: '' }, 0.5)
  expect(todo(definition, busy, 'token-2')).toEqual({ type: 'back-off', state: 'Send and await receipt', seconds: 0.5 })
  const payload = (token: string) => ({ notificationId: 'shop-1', next: aSendNext(), taskToken: token })
  expect(todo(definition, sending, 'token-1')).toMatchObject({ waitsForToken: true, payload: payload('token-1') })
  expect(todo(definition, waited(definition, busy), 'token-2')).toMatchObject({ payload: payload('token-2') })
})

it('says how long a task may wait, and until when a hold lasts', () => {
  expect(todo(definition, sending, 'token-1')).toMatchObject({ type: 'call', timeoutSeconds: 1_800 })
  expect(todo(definition, held, '')).toEqual({ type: 'wait', state: 'Hold until due', until: new Date(atNoon(60)) })
})

it.each(['ABORTED', 'TIMED_OUT'] as const)('stays where it was stopped as %s', (status) => {
  expect(todo(definition, stop(sending, status), '')).toEqual({ type: 'ended', state: 'Send and await receipt', status })
})

it.each([
  ['a choice', { decision: 'stop' }, 'What next?', '$.next.outcome'],
  ['a hold', { decision: 'hold' }, 'Hold until due', '$.next.until'],
  ['a timeout', { decision: 'send', attempt: 1, awaitReceipt: true }, 'Send and await receipt', '$.next.waitSeconds'],
  ['a cause', { decision: 'stop', outcome: 'unknown' }, 'Unknown', '$.next.reason'],
])('ends by an error that nothing catches where %s reads what is not there', (_, next, state, path) => {
  const end = { status: 'FAILED', error: 'States.Runtime', cause: `nothing stands at ${path}` }
  expect(todo(definition, succeed(definition, started, next), '')).toEqual({ type: 'ended', state, ...end })
})

it.each([
  ['a wait', () => succeed(definition, held, {})],
  ['a wait, by a failure', () => fail(definition, held, refused, 0)],
  ['an end', () => fail(definition, stop(sending, 'ABORTED'), refused, 0)],
  ['a back-off', () => succeed(definition, fail(definition, started, refused, 0), {})],
])('refuses a task’s end in %s: the world has lost track', (_, happen) => {
  expect(happen).toThrow('no task is under way')
})

it('refuses the end of a wait in a task', () => {
  expect(() => waited(definition, sending)).toThrow('nobody waits')
})

describe('a definition is read to its last field, or not at all', () => {
  const { States } = json
  const withState = (name: keyof typeof States, more: object) => ({
    ...json,
    States: { ...States, [name]: { ...States[name], ...more } },
  })
  it.each([
    ['a field of the machine', { ...json, QueryLanguage: 'JSONata' }],
    ['a field of a task', withState('Validate', { HeartbeatSeconds: 10 })],
    ['a kind of state', withState('Validate', { Type: 'Parallel' })],
    ['an intrinsic function', withState('Validate', { Parameters: { 'id.$': 'States.UUID()' } })],
    ['a field that is no path', withState('Validate', { Parameters: { fixed: 1 } })],
    ['a function', withState('Validate', { Resource: 'arn:aws:lambda:us-east-1:111122223333:function:other' })],
    ['an operator', withState('What next?', { Choices: [{ Variable: '$.next', IsPresent: true, Next: 'Validate' }] })],
    [
      'a reserved error',
      withState('Validate', { Catch: [{ ErrorEquals: ['States.TaskFailed'], ResultPath: null, Next: 'Close' }] }),
    ],
    ['a state', withState('Hold until due', { Next: 'Elsewhere' })],
  ])('where it names %s that the interpreter does not know', (_, unknown) => {
    expect(() => Definition.parse(unknown)).toThrow()
  })
})
