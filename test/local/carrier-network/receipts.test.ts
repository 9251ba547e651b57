import { describe, expect, it, vi } from 'vitest'
import { aNetwork } from './a-network.ts'
import { phone } from './phone.ts'

describe('the receipts of a message', () => {
  it('are, unless scripted, one delivery that SNS logs with all its fields', async () => {
    const { publish, receipts } = await aNetwork()
    const attributes = { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } }
    const { messageId } = await publish({ MessageAttributes: attributes })
    await vi.waitFor(() => expect(receipts).toHaveLength(1))
    expect(receipts[0]).toEqual({
      notification: { messageId, timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,3}$/) },
      delivery: {
        phoneCarrier: expect.any(String),
        mnc: 1,
        mcc: 1,
        numberOfMessageParts: 1,
        priceInUSD: 0.00645,
        destination: phone,
        smsType: 'Transactional',
        providerResponse: 'Message has been accepted by phone carrier',
        dwellTimeMs: 300,
        dwellTimeMsUntilDeviceAck: 300,
      },
      status: 'SUCCESS',
    })
  })

  it('are failures in the words of the provider, without a phone carrier', async () => {
    const { publish, scriptPhone, receipts } = await aNetwork()
    await scriptPhone(phone, { receipts: [{ status: 'undelivered', providerResponse: 'Phone has blocked SMS' }] })
    await publish()
    await vi.waitFor(() => expect(receipts).toHaveLength(1))
    expect(receipts[0]).toMatchObject({
      status: 'FAILURE',
      delivery: { providerResponse: 'Phone has blocked SMS', mcc: 0, mnc: 0 },
    })
    expect(receipts[0]?.delivery).not.toHaveProperty('phoneCarrier')
  })

  it('hold only what an early failure tells when the carrier fields are left out', async () => {
    const { publish, scriptPhone, receipts } = await aNetwork()
    await scriptPhone(phone, { receipts: [{ status: 'undelivered', carrierFields: false }] })
    await publish()
    await vi.waitFor(() => expect(receipts).toHaveLength(1))
    const told = new Set(Object.keys(receipts[0]?.delivery ?? {}))
    expect(told).toEqual(new Set(['destination', 'smsType', 'providerResponse', 'dwellTimeMs']))
  })

  it('come again as the very same fact when repeated', async () => {
    const { publish, scriptPhone, receipts } = await aNetwork()
    await scriptPhone(phone, { receipts: [{ status: 'delivered', afterMs: 5, times: 3 }] })
    await publish()
    await vi.waitFor(() => expect(receipts).toHaveLength(3))
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
  })

  it('may contradict each other, each at its own time', async () => {
    const { publish, scriptPhone, receipts } = await aNetwork()
    await scriptPhone(phone, {
      receipts: [
        { status: 'delivered', afterMs: 40 },
        { status: 'undelivered', afterMs: 5 },
      ],
    })
    await publish()
    await vi.waitFor(() => expect(receipts.map(({ status }) => status)).toEqual(['FAILURE', 'SUCCESS']))
  })

  it('come before the answer when the answer must wait for them', async () => {
    const { publish, scriptPhone, receipts } = await aNetwork()
    await scriptPhone(phone, { receipts: [{ status: 'delivered', afterMs: 20, beforeReply: true }] })
    const { messageId } = await publish()
    expect(receipts).toMatchObject([{ notification: { messageId } }])
  })

  it('come also for a message whose caller never got its id', async () => {
    const { publish, scriptPhone, messages, receipts } = await aNetwork()
    await scriptPhone(phone, { call: { fate: 'reset', afterAcceptance: true }, receipts: [{ status: 'delivered' }] })
    await publish()
    await vi.waitFor(() => expect(receipts).toHaveLength(1))
    expect((await messages()).map(({ messageId }) => messageId)).toEqual([receipts[0]?.notification.messageId])
  })

  it('never come for a call that was not accepted, nor when the script has none', async () => {
    const { publish, scriptPhone, receipts } = await aNetwork()
    const [silent, refused, told] = ['+447700900001', '+447700900002', '+447700900003']
    await scriptPhone(silent, { receipts: [] })
    await scriptPhone(refused, { call: { fate: 'throttle' }, receipts: [{ status: 'delivered' }] })
    await scriptPhone(told, { receipts: [{ status: 'delivered', afterMs: 20 }] })
    for (const PhoneNumber of [silent, refused, told]) await publish({ PhoneNumber })
    await vi.waitFor(() => expect(receipts).not.toEqual([]))
    expect(receipts.map(({ delivery }) => delivery.destination)).toEqual([told])
  })

  it('are handed over again when the log was away for a moment', async () => {
    const { publish, scriptPhone, receipts, printed } = await aNetwork({ failingPuts: 2 })
    await scriptPhone(phone, { receipts: [{ status: 'delivered' }] })
    await publish()
    await vi.waitFor(() => expect(receipts).toHaveLength(1))
    expect(printed).toEqual([])
  })

  it('are given up with a line that holds neither number nor text, and the network goes on', async () => {
    const { publish, scriptPhone, printed } = await aNetwork({ failingPuts: 5 })
    await scriptPhone(phone, { receipts: [{ status: 'delivered' }] })
    const { messageId } = await publish()
    await vi.waitFor(() => expect(printed).toHaveLength(1), { timeout: 3_000 })
    expect(printed[0]).toBe(`carrier network: a receipt "delivered" of sns for ${messageId} is lost: Error: the log is away`)
    expect(await publish()).toHaveProperty('messageId')
  })
})
