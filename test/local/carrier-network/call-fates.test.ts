import { describe, expect, it, vi } from 'vitest'
import { aNetwork } from './a-network.ts'
import { phone } from './phone.ts'

describe('a call to SNS', () => {
  it('is accepted with a message id when nothing is scripted', async () => {
    const { publish, messages } = await aNetwork()
    const { messageId } = await publish()
    expect(messageId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(await messages()).toMatchObject([{ messageId, to: phone, answered: true }])
  })

  it('is accepted late when the carrier is slow', async () => {
    const { publish, scriptPhone, messages } = await aNetwork()
    await scriptPhone(phone, { call: { fate: 'accept', afterMs: 40 } })
    await publish()
    const [message] = await messages()
    // A timer may fire up to 1 ms early by the clock that dates the records.
    expect(Date.parse(message?.acceptedAt ?? '') - Date.parse(message?.receivedAt ?? '')).toBeGreaterThanOrEqual(39)
  })

  it.each([
    { code: 'InvalidParameter', error: 'InvalidParameterException', status: 400 },
    { code: 'ParameterValueInvalid', error: 'InvalidParameterValueException', status: 400 },
    { code: 'ValidationException', error: 'ValidationException', status: 400 },
    { code: 'OptedOut', error: 'OptedOutException', status: 400 },
    { code: 'Throttled', error: 'ThrottledException', status: 429 },
    { code: 'ThrottledException', error: 'ThrottledException', status: 429 },
    { code: 'AuthorizationError', error: 'AuthorizationErrorException', status: 403 },
    { code: 'InvalidSecurity', error: 'InvalidSecurityException', status: 403 },
    { code: 'InternalError', error: 'InternalErrorException', status: 500 },
    { code: 'ANovelty', error: 'ANovelty', status: 400 },
    { code: 'constructor', error: 'constructor', status: 400 },
  ])('that is refused with $code fails in the SDK as $error, $status', async ({ code, error, status }) => {
    const { publish, scriptPhone, calls, messages } = await aNetwork()
    await scriptPhone(phone, { call: { fate: 'refuse', code, message: 'Not <today> & not tomorrow' } })
    expect(await publish()).toEqual({ error, status, message: 'Not <today> & not tomorrow' })
    expect(await calls()).toMatchObject([{ fate: 'refuse', code, answered: true, to: phone }])
    expect(await messages()).toEqual([])
  })

  it('that is throttled fails in the SDK as Throttling, 400, and was not accepted', async () => {
    const { publish, scriptPhone, calls, messages } = await aNetwork()
    await scriptPhone(phone, { call: { fate: 'throttle' } })
    expect(await publish()).toEqual({ error: 'Throttling', status: 400, message: 'Rate exceeded' })
    expect(await calls()).toMatchObject([{ fate: 'throttle', code: 'Throttling' }])
    expect(await messages()).toEqual([])
  })

  it.each([
    { fate: 'hang', error: 'TimeoutError', answered: false },
    { fate: 'reset', error: 'TimeoutError', answered: false },
    { fate: 'server-error', error: 'InternalErrorException', answered: true },
  ] as const)('that ends in $fate fails as $error, accepted or not', async ({ fate, error, answered }) => {
    const { publish, scriptPhone, calls, messages } = await aNetwork({ patienceMs: fate === 'hang' ? 300 : 5_000 })
    for (const afterAcceptance of [false, true]) {
      await scriptPhone(phone, { call: { fate, afterAcceptance } })
      expect(await publish()).toMatchObject({ error })
    }
    expect(await calls()).toMatchObject([
      { fate, answered },
      { fate, answered },
    ])
    expect(await messages()).toMatchObject([{ fate, answered, arrived: true }])
  })

  it('is accepted although the caller has lost its patience and left', async () => {
    const { publish, scriptPhone, messages } = await aNetwork({ patienceMs: 300 })
    await scriptPhone(phone, { call: { fate: 'accept', afterMs: 600 } })
    expect(await publish()).toMatchObject({ error: 'TimeoutError' })
    await vi.waitFor(async () => expect(await messages()).toMatchObject([{ answered: false }]))
  })
})
