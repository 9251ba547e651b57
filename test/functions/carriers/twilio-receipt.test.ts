import { describe, expect, it } from 'vitest'
import { readTwilioReceipt } from '../../../functions/carriers/twilio-receipt.ts'
import { Receipt } from '../../../functions/notification/receipt.ts'
import { messageSid } from './a-bare-twilio.ts'
import { aStatement } from './a-callback.ts'

const receiptOf = (overrides: Parameters<typeof aStatement>[0]) => readTwilioReceipt(new URLSearchParams(aStatement(overrides)))

const undelivered = { carrier: 'twilio', messageId: messageSid, status: 'undelivered' }
const noCode = { class: 'unclassified', reason: 'no-code' }

describe('a statement of Twilio', () => {
  it.each<[string, object]>([
    ['sent', { status: 'sent' }],
    ['delivered', { status: 'delivered', evidence: 'handset' }],
    ['read', { status: 'delivered', evidence: 'handset' }],
    ['undelivered', { status: 'undelivered', failure: noCode }],
    ['failed', { status: 'undelivered', failure: noCode }],
    ['canceled', { status: 'undelivered', failure: noCode }],
  ])('that the message is %s is a receipt', (MessageStatus, told) => {
    expect(receiptOf({ MessageStatus })).toEqual({ carrier: 'twilio', messageId: messageSid, ...told })
  })

  it.each(['accepted', 'scheduled', 'queued', 'sending', 'receiving', 'received', 'partially_delivered'])(
    'that the message is %s tells nothing new',
    (MessageStatus) => {
      expect(receiptOf({ MessageStatus })).toBeUndefined()
    },
  )

  it.each(['undelivered', 'failed', 'canceled'])('that the message is %s tells why', (MessageStatus) => {
    const failure = { class: 'absent', reason: 'unreachable' }
    expect(receiptOf({ MessageStatus, ErrorCode: '30003' })).toEqual({ ...undelivered, failure })
  })

  it('keeps a code that nobody knows, and no code that somebody does', () => {
    const failure = { class: 'unclassified', reason: 'unknown-code' }
    expect(receiptOf({ MessageStatus: 'failed', ErrorCode: '39999' })).toEqual({
      ...undelivered,
      failure,
      unclassified: 'twilio-39999',
    })
    const known = { class: 'unclassified', reason: 'unknown-error' }
    expect(receiptOf({ MessageStatus: 'failed', ErrorCode: '30008' })).toEqual({ ...undelivered, failure: known })
  })

  it.each(['', 'None', '+14155550123', '14155550123', '3e4', '٣٠٠٠٣'])(
    'keeps nothing of a code that is none: %j',
    (ErrorCode) => {
      expect(receiptOf({ MessageStatus: 'failed', ErrorCode })).toEqual({ ...undelivered, failure: noCode })
    },
  )

  it('of success has no failure, whatever code it holds', () => {
    expect(receiptOf({ MessageStatus: 'delivered', ErrorCode: '30003' })).not.toHaveProperty('failure')
  })

  it('tells the time of the network where it has one', () => {
    expect(receiptOf({ RawDlrDoneDate: '2611221201' })).toMatchObject({ at: '2611221201' })
  })

  it.each([
    '',
    '4155550123',
    '2600221200',
    '2611001200',
    '2613011200',
    '2611321200',
    '2611222400',
    '2611221260',
    '261122120',
    '26112212011',
    '26-11-22',
  ])('tells no time by %j', (RawDlrDoneDate) => {
    expect(receiptOf({ RawDlrDoneDate })).toMatchObject({ at: undefined })
  })

  it('becomes a receipt as the records know it, without number or sender', () => {
    for (const MessageStatus of ['sent', 'delivered', 'failed']) {
      const receipt = receiptOf({ MessageStatus, ErrorCode: '39999', RawDlrDoneDate: '2611221201' })
      expect(Receipt.parse(receipt)).toEqual(receipt)
      expect(JSON.stringify(receipt)).not.toMatch(/5550123|5550006/)
    }
  })
})
