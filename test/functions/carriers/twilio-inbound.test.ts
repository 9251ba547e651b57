import { describe, expect, it } from 'vitest'
import { readInbound } from '../../../functions/carriers/twilio-inbound.ts'
import { refusalStatus, type TwilioRequest } from '../../../functions/carriers/twilio-request.ts'
import { messageSid } from './a-bare-twilio.ts'
import { account } from './a-twilio-caller.ts'
import { anInboundRequest, anInboundText } from './an-inbound-text.ts'

const { accountSid, authToken } = account
const otherToken = 'f'.repeat(32)

const reading = (request: Partial<TwilioRequest> = {}, tokens = [authToken]) =>
  readInbound({ ...anInboundRequest(), ...request }, { accountSid, tokens })
const readingOf = (overrides: Record<string, string | undefined>) => reading(anInboundRequest(anInboundText(overrides)))

const from = '+14155550123'

describe('a text to us', () => {
  it.each<[string, string, string | undefined]>([
    ['stop', 'Stop', undefined],
    ['stop', ' stopall. ', undefined],
    ['start', 'START', undefined],
    ['help', 'Help', undefined],
    ['stop', 'BAJA', 'STOP'],
    ['start', 'ALTA', 'START'],
    ['help', 'AYUDA', 'HELP'],
    ['stop', 'start', 'STOP'],
    ['stop', 'stop', 'START'],
    ['start', 'help', 'START'],
  ])('asks to %s by %j, which Twilio takes for %s', (asks, Body, OptOutType) => {
    expect(readingOf({ Body, OptOutType })).toEqual({ ok: true, asked: { asks, from, messageId: messageSid } })
  })

  it.each(['Thanks!', 'please stop by', '', '👍'])('asks for nothing by %j', (Body) => {
    expect(readingOf({ Body })).toEqual({ ok: true, asked: undefined })
  })

  it.each(['whatsapp:+14155550123', '32665', 'Bank'])('that asks for nothing may come from %s', (From) => {
    expect(readingOf({ From, Body: 'Your bill is ready' })).toEqual({ ok: true, asked: undefined })
  })

  it.each([0, 1])('is believed by either token while one is rotated: by token %d', (signer) => {
    const tokens = [authToken, otherToken]
    expect(reading(anInboundRequest(anInboundText(), { token: tokens[signer] }), tokens)).toMatchObject({ ok: true })
  })

  const foreign = anInboundText({ AccountSid: `AC${'2'.repeat(32)}` })
  const big = anInboundText({ Body: 'x'.repeat(16 * 1024) })
  it.each<[keyof typeof refusalStatus, string, Partial<TwilioRequest>]>([
    ['forged', 'by who does not know the account', anInboundRequest(foreign, { token: otherToken })],
    ['misSigned', 'by another token', anInboundRequest(anInboundText(), { token: otherToken })],
    ['misSigned', 'without a signature', { signature: undefined }],
    ['misSigned', 'by a signature for another URL', { url: 'https://replies.example.com/twilio?' }],
    ['misSigned', 'by a signature for another sender', { body: anInboundRequest(anInboundText({ From: '+14155550124' })).body }],
    ['misSigned', 'by a signature for another text', { body: anInboundRequest(anInboundText({ Body: 'START' })).body }],
    ['foreign', 'by the account', anInboundRequest(foreign)],
    ['foreign', 'without an account', anInboundRequest(anInboundText({ AccountSid: undefined }))],
    ['oversized', 'though well signed', anInboundRequest(big)],
    ['oversized', 'though forged too', { ...anInboundRequest(big), signature: 'x' }],
    ['malformed', 'without a message', anInboundRequest(anInboundText({ MessageSid: undefined }))],
    ['malformed', 'with a message that is none', anInboundRequest(anInboundText({ MessageSid: '+14155550123' }))],
    ['malformed', 'without a sender', anInboundRequest(anInboundText({ From: undefined }))],
    ['malformed', 'without a text', anInboundRequest(anInboundText({ Body: undefined }))],
    ['malformed', 'when it asks from what is no number', anInboundRequest(anInboundText({ From: 'whatsapp:+14155550123' }))],
    ['malformed', 'with a body that is called JSON', { contentType: 'application/json' }],
  ])('is %s %s', (reason, _, request) => {
    expect(reading(request)).toEqual({ ok: false, status: refusalStatus[reason], reason })
  })
})
