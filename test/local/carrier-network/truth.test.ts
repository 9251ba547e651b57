import { describe, expect, it } from 'vitest'
import { aNetwork } from './a-network.ts'
import { phone } from './phone.ts'

describe('the truth', () => {
  it('holds every message that was accepted, also when the connection was reset after it', async () => {
    const { publish, scriptPhone, messages, calls } = await aNetwork()
    await publish({ Message: 'First' })
    await scriptPhone(phone, { call: { fate: 'reset', afterAcceptance: true } })
    await publish({ Message: 'Second' })
    await scriptPhone(phone, { call: { fate: 'reset' } })
    await publish({ Message: 'Third' })
    expect(await messages()).toMatchObject([
      { carrier: 'sns', text: 'First', parts: 1, answered: true },
      { carrier: 'sns', text: 'Second', parts: 1, answered: false },
    ])
    expect((await calls()).map(({ text, fate, messageId }) => [text, fate, messageId !== undefined])).toEqual([
      ['First', 'accept', true],
      ['Second', 'reset', true],
      ['Third', 'reset', false],
    ])
  })

  it.each([
    { when: 'the carrier is silent', script: { receipts: [] }, reads: true },
    { when: 'the carrier says undelivered', script: { receipts: [{ status: 'undelivered' as const }] }, reads: false },
    { when: 'a silent carrier has lost it', script: { receipts: [], arrives: false }, reads: false },
    { when: 'the carrier lies', script: { receipts: [{ status: 'undelivered' as const }], arrives: true }, reads: true },
  ])('tells whether a person reads the text when $when', async ({ script, reads }) => {
    const { publish, scriptPhone, textsOn } = await aNetwork()
    await scriptPhone(phone, script)
    await publish({ MessageAttributes: { 'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'MyShop' } } })
    const seen = { carrier: 'sns', from: 'MyShop', text: 'Your parcel is here.', at: expect.any(String) }
    expect(await textsOn(phone)).toEqual(reads ? [seen] : [])
    expect(await textsOn('+447700900123')).toEqual([])
  })

  it.each([
    { when: 'it is on its way', receipts: [{ status: 'sent' as const }], reads: true },
    {
      when: 'it was on its way and failed',
      receipts: [{ status: 'sent' as const }, { status: 'failed' as const }],
      reads: false,
    },
    { when: 'somebody forges a failure', receipts: [{ status: 'undelivered' as const, forged: true }], reads: true },
  ])('tells whether a person reads a text by Twilio when $when', async ({ receipts, reads }) => {
    const { create, scriptCarrier, textsOn } = await aNetwork()
    await scriptCarrier('twilio', { receipts })
    await create()
    const seen = { carrier: 'twilio', from: '+15005550006', text: 'Your parcel is here.', at: expect.any(String) }
    expect(await textsOn(phone)).toEqual(reads ? [seen] : [])
  })

  it('is forgotten on request, while scripts stay', async () => {
    const { publish, scriptPhone, messages, calls, forget } = await aNetwork()
    await publish()
    await scriptPhone(phone, { call: { fate: 'throttle' } })
    await forget()
    expect([await messages(), await calls()]).toEqual([[], []])
    await publish()
    expect(await calls()).toMatchObject([{ fate: 'throttle' }])
  })

  it('stays whole under 60 calls at once', async () => {
    const { publish, scriptCarrier, calls } = await aNetwork()
    await scriptCarrier('sns', { call: { fate: 'accept', afterMs: 20 }, receipts: [] })
    const answers = await Promise.all(Array.from({ length: 60 }, () => publish()))
    const recorded = (await calls()).map(({ messageId }) => messageId)
    expect(new Set(recorded)).toEqual(new Set(answers.map(({ messageId }) => messageId)))
    expect(recorded).toHaveLength(60)
  })
})
