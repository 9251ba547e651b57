import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { type Outcome, outcomes } from '../../functions/notification/outcome.ts'
import { aSendNext } from '../builders/a-send-next.ts'
import { synthesise } from '../infra/synthesise.ts'
import { definitionOf } from './definition-of.ts'
import { type Functions, runDefinition } from './run-definition.ts'

const definition = definitionOf(synthesise({ deployment: 'local' }))

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
})

const stop = (outcome: Outcome) => ({ decision: 'stop', outcome, reason: `why-${outcome}` })

/** What a function throws, or SendTaskFailure says, as Step Functions sees it. */
const failing = (name: string, times = Number.POSITIVE_INFINITY, then: unknown = undefined) => {
  let left = times
  return () => {
    left -= 1
    if (left < 0) return then
    throw Object.assign(new Error('a cause'), { name })
  }
}
const silence = () => new Promise(() => {})

/** Steps of which all goes well, but for what is overridden; they count how often they are invoked. */
const run = async (overrides: Partial<Record<keyof Functions, () => unknown>> = {}) => {
  const functions = {
    validate: vi.fn(overrides.validate ?? (() => aSendNext())),
    send: vi.fn(overrides.send ?? (() => ({ delivered: true }))),
    'fall-back': vi.fn(overrides['fall-back'] ?? (() => stop('unknown'))),
    close: vi.fn(overrides.close),
  }
  return { ...(await runDefinition(definition, functions, { notificationId: 'shop-1' })), functions }
}

it('enters four states and no more when all goes well', async () => {
  const { path, failure, functions } = await run()
  expect(path).toEqual(['Validate', 'What next?', 'Send and await receipt', 'Delivered'])
  expect(failure).toBeUndefined()
  for (const step of [functions.validate, functions.send]) expect(step).toHaveBeenCalledTimes(1)
})

const unawaited = aSendNext({ awaitReceipt: false, waitSeconds: 20 })

it('ends as accepted what no receipt is awaited of, in as many states', async () => {
  const { path, failure, functions } = await run({ validate: () => unawaited, send: () => ({ accepted: true }) })
  expect(path).toEqual(['Validate', 'What next?', 'Send', 'Accepted'])
  expect(failure).toBeUndefined()
  for (const step of [functions.validate, functions.send]) expect(step).toHaveBeenCalledTimes(1)
})

it('sends again without awaiting a receipt when Fall back says so', async () => {
  const again = { ...unawaited, attempt: 2 }
  const { path } = await run({ validate: () => unawaited, send: failing('Refused', 1), 'fall-back': () => again })
  const sending = ['What next?', 'Send']
  expect(path).toEqual(['Validate', ...sending, 'Fall back', ...sending, 'Accepted'])
})

const ends: readonly [Outcome, string, 'succeeds' | 'fails'][] = [
  ['delivered', 'Delivered', 'succeeds'],
  ['accepted', 'Accepted', 'succeeds'],
  ['suppressed', 'Suppressed', 'succeeds'],
  ['cancelled', 'Cancelled', 'succeeds'],
  ['undeliverable', 'Undeliverable', 'fails'],
  ['rejected', 'Rejected', 'fails'],
  ['expired', 'Expired', 'fails'],
  ['unknown', 'Unknown', 'fails'],
]
const failureOf = (outcome: Outcome, how: 'succeeds' | 'fails') =>
  how === 'fails' ? { error: outcome, cause: `why-${outcome}` } : undefined

it('knows an end for every outcome', () => {
  expect(ends.map(([outcome]) => outcome).sort()).toEqual([...outcomes].sort())
})

it.each(ends)('ends a notification that Validate finds %s in %s, which %s', async (outcome, ended, how) => {
  const { functions, ...ending } = await run({ validate: () => stop(outcome) })
  expect(ending).toMatchObject({ left: 'Validate', ended, path: ['Validate', 'What next?', ended] })
  expect(ending.failure).toEqual(failureOf(outcome, how))
  expect(functions.send).not.toHaveBeenCalled()
})

it.each(ends)('ends one that Fall back finds %s in %s, which %s', async (outcome, ended, how) => {
  const ending = await run({ send: failing('Refused'), 'fall-back': () => stop(outcome) })
  expect(ending).toMatchObject({ left: 'Fall back', ended })
  expect(ending.failure).toEqual(failureOf(outcome, how))
})

it('sends again when Fall back says so', async () => {
  const { path } = await run({ send: failing('Refused', 1), 'fall-back': () => aSendNext({ attempt: 2 }) })
  const sending = ['What next?', 'Send and await receipt']
  expect(path).toEqual(['Validate', ...sending, 'Fall back', ...sending, 'Delivered'])
})

it('holds until the instant that was decided, and then asks Validate again', async () => {
  const hold = { decision: 'hold', attempt: 2, carrier: 'sns', until: new Date(Date.now() + 3_600_500).toISOString() }
  const { path, seconds, functions } = await run({ send: failing('Refused', 1), 'fall-back': () => hold })
  const sending = ['Validate', 'What next?', 'Send and await receipt']
  expect(path).toEqual([...sending, 'Fall back', 'What next?', 'Hold until due', ...sending, 'Delivered'])
  expect(seconds).toBe(3_600.5)
  expect(functions['fall-back']).toHaveBeenCalledTimes(1)
})

const sendStates = [
  ['Send and await receipt', aSendNext(), 'Delivered'],
  ['Send', unawaited, 'Accepted'],
] as const

it.each([
  ...['Refused', 'Unknown', 'NotDelivered', 'NotArmed'],
  ...['Lambda.Unknown', 'Sandbox.Timedout', 'States.Timeout', 'States.TaskFailed', 'Runtime.ExitError', 'Error'],
  ...[
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
  ],
])('leaves a send that fails by %s to Fall back, and never tries it a second time', async (name) => {
  for (const [state, next] of sendStates) {
    const { functions, ...ending } = await run({ validate: () => next, send: failing(name) })
    expect(functions.send).toHaveBeenCalledTimes(1)
    expect(ending).toMatchObject({
      path: ['Validate', 'What next?', state, 'Fall back', 'What next?', 'Unknown'],
      left: 'Fall back',
      ended: 'Unknown',
      seconds: 0,
    })
  }
})

it('waits for send alone where no receipt is awaited, then falls back', async () => {
  const ending = await run({ validate: () => unawaited, send: silence })
  expect(ending).toMatchObject({ left: 'Fall back', ended: 'Unknown', seconds: 20 })
  expect(ending.functions.send).toHaveBeenCalledTimes(1)
})

it.each([11, 90, 1_800])('waits for a receipt exactly the %i seconds that were decided, then falls back', async (waitSeconds) => {
  const ending = await run({ validate: () => aSendNext({ waitSeconds }), send: silence })
  expect(ending).toMatchObject({ left: 'Fall back', ended: 'Unknown', seconds: waitSeconds })
  expect(ending.functions.send).toHaveBeenCalledTimes(1)
})

it.each(sendStates)(
  'tries %s again where it was not even invoked, since nothing can have been sent',
  async (state, next, ended) => {
    const { functions, ...ending } = await run({ validate: () => next, send: failing('Lambda.TooManyRequestsException', 6) })
    expect(functions.send).toHaveBeenCalledTimes(7)
    expect(ending).toMatchObject({ left: state, ended })
  },
)

it.each(sendStates)('falls back when %s cannot be invoked for a minute', async (_, next) => {
  const { functions, ...ending } = await run({ validate: () => next, send: failing('Lambda.TooManyRequestsException') })
  expect(functions.send).toHaveBeenCalledTimes(7)
  expect(ending).toMatchObject({ left: 'Fall back', ended: 'Unknown' })
  expect(ending.seconds).toBeLessThan(62) // 1 + 2 + 4 + 8 + 16 + 30, each by chance shorter
})

const idempotent = [
  ['Validate', 'validate', {}],
  ['Fall back', 'fall-back', { send: failing('Refused') }],
  ['Close', 'close', { validate: () => ({ decision: 'dance' }) }],
] as const
const brief = ['Lambda.TooManyRequestsException', 'Lambda.Unknown', 'Lambda.ServiceException', 'Sandbox.Timedout', 'Error']
const results = { validate: aSendNext(), 'fall-back': stop('unknown'), close: undefined }
const endsWell = { Validate: 'Delivered', 'Fall back': 'Unknown', Close: 'Fault' }

it.each(idempotent.flatMap(([state, name, others]) => brief.map((error) => [state, error, name, others] as const)))(
  'goes on when %s fails by %s for a while',
  async (state, error, name, others) => {
    const { functions, ended } = await run({ ...others, [name]: failing(error, 12, results[name]) })
    expect(functions[name]).toHaveBeenCalledTimes(13)
    expect(ended).toBe(endsWell[state])
  },
)

const fault = { error: 'fault', cause: 'The logs of this execution say what broke.' }

it.each(idempotent)('ends in Close and Fault when %s fails for minutes', async (state, name, others) => {
  const { functions, ...ending } = await run({ ...others, [name]: failing('Error') })
  expect(functions[name]).toHaveBeenCalledTimes(13)
  expect(ending).toMatchObject({ left: 'Close', ended: 'Fault', failure: fault })
  expect(ending.path.filter((entered) => entered === state)).toHaveLength(1)
  expect(ending.seconds).toBeGreaterThan(0)
  expect(ending.seconds).toBeLessThanOrEqual(241) // 1 + 2 + 4 + 8 + 16 + 7 × 30, each by chance shorter
})

it.each([
  { decision: 'wait' },
  { decision: 'send', awaitReceipt: 'maybe' },
  { decision: 'stop', outcome: 'forgotten' },
  { decision: 'SEND' },
])('closes a notification of which %j is decided, which this version does not know', async (decision) => {
  const { functions, ...ending } = await run({ validate: () => ({ ...decision, reason: 'a reason' }) })
  expect(ending).toMatchObject({ path: ['Validate', 'What next?', 'Close', 'Fault'], failure: fault })
  expect(functions.close).toHaveBeenCalledTimes(1)
})
