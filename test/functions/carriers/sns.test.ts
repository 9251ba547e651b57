import { describe, expect, it, onTestFinished } from 'vitest'
import type { Message } from '../../../functions/carriers/carrier.ts'
import type { SnsSettings } from '../../../functions/carriers/sns.ts'
import type { Failure } from '../../../functions/notification/failure.ts'
import { startCarrierNetwork } from '../../../local/carrier-network/carrier-network.ts'
import { carrierNetworkClient, type ScriptInput } from '../../../local/carrier-network/client.ts'
import { notSent, unknown } from '../../builders/an-answer.ts'
import { aCaller, aMessage } from './a-caller.ts'

const startNetwork = async () => {
  const network = await startCarrierNetwork({ port: 0, deliveryLog: { put: async () => {} } })
  onTestFinished(network.stop)
  return network
}

/** Hands one text to SNS, whose network does as scripted, and tells the answer and what the network saw. */
const handOver = async (script: ScriptInput, message: Partial<Message> = {}, settings: Partial<SnsSettings> = {}) => {
  const { url } = await startNetwork()
  const network = carrierNetworkClient(url)
  await network.scriptCarrier('sns', script)
  const answer = await aCaller(url, settings)(message)
  return { answer, calls: await network.calls(), messages: await network.messages() }
}

describe('a text handed to SNS', () => {
  it('is accepted, with the id that its receipts will carry', async () => {
    const { answer, calls, messages } = await handOver({})
    expect(answer).toEqual({ type: 'accepted', messageId: messages[0]?.messageId })
    expect(calls).toMatchObject([{ to: '+14155550123', text: aMessage().text, smsType: 'Transactional' }])
  })

  it.each([
    [true, 'Transactional'],
    [false, 'Promotional'],
  ])('goes the way of its kind: transactional is %s, so %s', async (isTransactional, smsType) => {
    expect((await handOver({}, { isTransactional })).calls).toMatchObject([{ smsType }])
  })

  it('is accepted also after a while, inside the limit', async () => {
    const { answer, calls } = await handOver({ call: { fate: 'accept', afterMs: 50 } })
    expect(answer).toMatchObject({ type: 'accepted' })
    expect(calls).toHaveLength(1)
  })

  it.each<[string, Failure['class'], string]>([
    ['Throttling', 'throttled', 'too-many-requests'],
    ['Throttled', 'throttled', 'too-many-requests'],
    ['ThrottledException', 'throttled', 'too-many-requests'],
    ['ThrottlingException', 'throttled', 'too-many-requests'],
    ['OptedOut', 'recipient', 'opted-out'],
    ['InvalidParameter', 'request', 'invalid-parameter'],
    ['ParameterValueInvalid', 'request', 'invalid-parameter'],
    ['ValidationException', 'request', 'invalid-parameter'],
    ['AuthorizationError', 'account', 'not-authorized'],
    ['InvalidSecurity', 'account', 'not-authorized'],
    ['InvalidClientTokenId', 'account', 'not-authorized'],
    ['SignatureDoesNotMatch', 'account', 'not-authorized'],
    ['AccessDenied', 'account', 'not-authorized'],
  ])('that is refused with %s was not sent: %s, %s', async (code, failureClass, reason) => {
    const { answer, calls, messages } = await handOver({ call: { fate: 'refuse', code } })
    expect(answer).toEqual(notSent(failureClass, reason))
    expect({ calls: calls.length, messages: messages.length }).toEqual({ calls: 1, messages: 0 })
  })

  it('that is refused by a code that no table has was not sent: unclassified, and the code is kept', async () => {
    const { answer, calls } = await handOver({ call: { fate: 'refuse', code: 'ANovelty' } })
    expect(answer).toEqual({ ...notSent('unclassified', 'unknown-code'), unclassified: 'sns-ANovelty' })
    expect(calls).toHaveLength(1)
  })

  it('that is throttled was not sent, and is not tried again', async () => {
    const { answer, calls, messages } = await handOver({ call: { fate: 'throttle' } })
    expect(answer).toEqual(notSent('throttled', 'too-many-requests'))
    expect({ calls: calls.length, messages: messages.length }).toEqual({ calls: 1, messages: 0 })
  })

  it('that is refused for its number blames the recipient, without quoting the number', async () => {
    const { answer, calls } = await handOver({}, { to: '+0' })
    expect(answer).toEqual(notSent('recipient', 'invalid-number'))
    expect(calls).toMatchObject([{ fate: 'invalid', code: 'InvalidParameter' }])
  })

  it('that is refused for its length is our fault', async () => {
    const { answer, calls } = await handOver({}, { text: 'a'.repeat(1_531) })
    expect(answer).toEqual(notSent('request', 'invalid-parameter'))
    expect(calls).toHaveLength(1)
  })

  it.each([
    { fate: 'hang', reason: 'no-answer', settings: { timeoutMs: 100 } },
    { fate: 'reset', reason: 'no-answer', settings: {} },
    { fate: 'server-error', reason: 'http-500', settings: {} },
  ] as const)('may have been sent when its call ends in $fate, and is not tried again', async ({ fate, reason, settings }) => {
    for (const afterAcceptance of [false, true]) {
      const { answer, calls, messages } = await handOver({ call: { fate, afterAcceptance } }, {}, settings)
      expect(answer).toEqual(unknown(reason))
      expect({ calls: calls.length, messages: messages.length }).toEqual({ calls: 1, messages: afterAcceptance ? 1 : 0 })
    }
  })

  it.each([
    ['InternalError', 'http-500'],
    ['ServiceUnavailable', 'http-503'],
  ])('may have been sent when SNS answers %s', async (code, reason) => {
    const { answer, calls } = await handOver({ call: { fate: 'refuse', code } })
    expect(answer).toEqual(unknown(reason))
    expect(calls).toHaveLength(1)
  })

  it('was not sent when nobody listens', async () => {
    const { url, stop } = await startNetwork()
    await stop()
    expect(await aCaller(url)()).toEqual(notSent('route', 'unreachable'))
  })

  it.each<[string, Message['sender'], object]>([
    ['a sender id', { senderId: 'MyShop' }, { senderId: 'MyShop' }],
    ['one of our numbers', { originationNumber: '+14155550100' }, { originationNumber: '+14155550100' }],
    ['both', { senderId: 'MyShop', originationNumber: '12345' }, { senderId: 'MyShop', originationNumber: '12345' }],
    ['neither', {}, {}],
  ])('comes from %s', async (_, sender, shown) => {
    const { calls } = await handOver({}, { sender })
    const [{ senderId, originationNumber } = {}] = calls
    expect({ senderId, originationNumber }).toEqual(shown)
  })
})
