import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { withoutNumber } from '../../../commands/forget/without-number.ts'
import { aDeliveryLog } from '../../builders/a-delivery-log.ts'
import { aRequest, aRequestEvent } from '../../builders/a-request-event.ts'

const number = '+14155550123'
const othersNumber = '+14155550124'

describe('a request in a dead-letter queue', () => {
  it.each<[string, string]>([
    ['is for the number', aRequestEvent()],
    ['spells it otherwise', aRequestEvent(aRequest({ to: '+1 (415) 555-0123' }))],
    ['has it for a number of JSON', aRequestEvent(aRequest({ to: 14_155_550_123 }))],
    ['has it in a parameter', aRequestEvent(aRequest({ to: othersNumber, params: { call: `Call ${number}.` } }))],
    ['has it where a name should be', aRequestEvent({ [number]: 'x' })],
    ['writes it with an escape', `{"detail":{"to":"\\u002b14155550123"}}`],
    ['is no JSON', `to: ${number}`],
    ['has it deep inside', `${'['.repeat(5_000)}"${number}"${']'.repeat(5_000)}`],
  ])('goes when it %s', (_, body) => {
    expect(withoutNumber(body, number)).toBeUndefined()
  })

  it.each<[string, string]>([
    ['is for somebody else', aRequestEvent(aRequest({ to: othersNumber }))],
    ['has no number at all', '{"detail":null}'],
    ['is no JSON', 'what?'],
    ['has but a part of it', aRequestEvent(aRequest({ to: othersNumber, params: { orderNo: '5550123' } }))],
  ])('stays as it is, to the byte, when it %s', (_, body) => {
    expect(withoutNumber(body, number)).toBe(body)
  })
})

/** What lies in the queue of an asynchronous call that failed. */
const aFailedCall = (...messages: string[]) => {
  const logEvents = messages.map((message, index) => ({ id: String(index), timestamp: 1_796_000_000_000, message }))
  const data = gzipSync(JSON.stringify({ messageType: 'DATA_MESSAGE', logGroup: 'sns/us-east-1', logEvents })).toString('base64')
  return JSON.stringify({
    version: '1.0',
    requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload: { awslogs: { data } },
    responseContext: { statusCode: 200, functionError: 'Unhandled' },
  })
}
const ours = aDeliveryLog()
const others = aDeliveryLog({ delivery: { destination: othersNumber } })

describe('lines of the delivery log that could not be taken', () => {
  it('go when all are about the number', () => {
    expect(withoutNumber(aFailedCall(ours, ours), number)).toBeUndefined()
  })

  it('stay as they are when none is', () => {
    expect(withoutNumber(aFailedCall(others), number)).toBe(aFailedCall(others))
  })

  it('stay as far as they are about somebody else', () => {
    const left = JSON.parse(withoutNumber(aFailedCall(others, ours), number) ?? '')
    const before = JSON.parse(aFailedCall(others, ours))
    expect(left).toEqual({ ...before, requestPayload: { awslogs: { data: expect.any(String) } } })
    const lines = JSON.parse(gunzipSync(Buffer.from(left.requestPayload.awslogs.data, 'base64')).toString())
    expect(lines).toEqual({
      messageType: 'DATA_MESSAGE',
      logGroup: 'sns/us-east-1',
      logEvents: [{ id: '0', timestamp: 1_796_000_000_000, message: others }],
    })
  })

  it('are taken by their words where they cannot be unpacked', () => {
    const broken = JSON.stringify({ requestPayload: { awslogs: { data: 'AAAA' } }, to: number })
    expect(withoutNumber(broken, number)).toBeUndefined()
    expect(withoutNumber(broken, othersNumber)).toBe(broken)
  })
})
