import { describe, expect, it, vi } from 'vitest'
import { aNetwork } from './a-network.ts'
import { phone } from './phone.ts'

const put = (url: string, body: string) => fetch(url, { method: 'PUT', body })

describe('a script', () => {
  it('of a phone is stronger than its carrier’s, and keeps the rest of it', async () => {
    const { publish, scriptCarrier, scriptPhone, messages } = await aNetwork()
    await scriptCarrier('sns', { call: { fate: 'throttle' }, arrives: false })
    await scriptPhone(phone, { call: { fate: 'accept' } })
    expect(await publish()).toHaveProperty('messageId')
    expect(await publish({ PhoneNumber: '+447700900001' })).toMatchObject({ error: 'Throttling' })
    expect(await messages()).toMatchObject([{ to: phone, arrived: false }])
  })

  it('of a phone with one carrier is the strongest: silent by one, delivered by the other', async () => {
    const { publish, create, scriptCarrier, scriptPhone, scriptCarrierPhone, messages } = await aNetwork()
    await scriptCarrier('sns', { call: { fate: 'throttle' } })
    await scriptPhone(phone, { call: { fate: 'accept' }, receipts: [{ status: 'undelivered' }] })
    await scriptCarrierPhone('sns', phone, { receipts: [] })
    await scriptCarrierPhone('twilio', phone, { receipts: [{ status: 'delivered' }] })
    expect(await publish()).toHaveProperty('messageId')
    expect(await create()).toHaveProperty('sid')
    await vi.waitFor(async () =>
      expect(await messages()).toMatchObject([
        { carrier: 'sns', receipts: [] },
        { carrier: 'twilio', receipts: [{ status: 'delivered' }] },
      ]),
    )
  })

  it('of a phone holds with the carriers that know its words, and with no other', async () => {
    const { publish, create, scriptPhone } = await aNetwork()
    await scriptPhone(phone, { call: { fate: 'refuse', code: 'AuthorizationError' } })
    expect(await publish()).toMatchObject({ error: 'AuthorizationErrorException' })
    expect(await create()).toMatchObject({ status: 'queued' })
    await scriptPhone(phone, { call: { fate: 'throttle', retryAfterSeconds: 1 } })
    expect(await publish()).toHaveProperty('messageId')
    expect(await create()).toMatchObject({ error: 20429 })
  })

  it('is listed with all others, and with what is in force for each carrier', async () => {
    const { carrierUrls, carriers, scripts, scriptCarrier, scriptPhone, scriptCarrierPhone, resetCarrierPhone } = await aNetwork()
    await scriptCarrier('sns', { down: true })
    await scriptPhone(phone, { receipts: [] })
    await scriptCarrierPhone('twilio', phone, { arrives: false })
    expect(await scripts()).toEqual([
      { carrier: 'sns', script: { down: true } },
      { phone, script: { receipts: [] } },
      { carrier: 'twilio', phone, script: { arrives: false } },
    ])
    await resetCarrierPhone('twilio', phone)
    expect(await scripts()).toHaveLength(2)
    const inForce = { call: { fate: 'accept' }, receipts: [{ status: 'sent' }, { status: 'delivered' }] }
    expect(await carriers()).toMatchObject([
      { carrier: 'sns', url: carrierUrls.sns, script: { down: true, receipts: [{ status: 'delivered' }] } },
      { carrier: 'twilio', url: carrierUrls.twilio, script: inForce },
    ])
  })

  it('of a phone with one carrier shows all that is in force', async () => {
    const { url, scriptCarrier, scriptPhone } = await aNetwork()
    await scriptCarrier('twilio', { call: { fate: 'hang' } })
    await scriptPhone(phone, { receipts: [] })
    const shown = await (await fetch(`${url}/carriers/twilio/phones/${phone}`)).json()
    expect(shown).toEqual({ call: { fate: 'hang', afterMs: 0, afterAcceptance: false }, receipts: [] })
  })

  it('is forgotten when it is deleted', async () => {
    const { publish, scriptCarrier, scriptPhone, resetCarrier, resetPhone } = await aNetwork()
    await scriptCarrier('sns', { call: { fate: 'throttle' } })
    await scriptPhone(phone, { call: { fate: 'refuse', code: 'AuthorizationError' } })
    await resetPhone(phone)
    expect(await publish()).toMatchObject({ error: 'Throttling' })
    await resetCarrier('sns')
    expect(await publish()).toHaveProperty('messageId')
  })

  it.each(['+14155550123', '%2B14155550123'])('is found under /phones/%s', async (written) => {
    const { url } = await aNetwork()
    const script = { call: { fate: 'hang', afterMs: 0, afterAcceptance: true } }
    expect((await put(`${url}/phones/${phone}`, JSON.stringify(script))).status).toBe(200)
    expect(await (await fetch(`${url}/phones/${written}`)).json()).toEqual(script)
  })

  it('of a carrier shows all that is in force', async () => {
    const { url, scriptCarrier } = await aNetwork()
    await scriptCarrier('sns', { receipts: [] })
    expect(await (await fetch(`${url}/carriers/sns`)).json()).toEqual({ call: { fate: 'accept', afterMs: 0 }, receipts: [] })
  })

  it.each([
    { body: '{', fields: ['script: This is not JSON'] },
    { body: '[]', fields: ['script: '] },
    { body: '{"call":{"fate":"explode"},"receipts":"never"}', fields: ['script.call.fate: ', 'script.receipts: '] },
    { body: '{"call":{"fate":"refuse"}}', fields: ['script.call.code: '] },
    {
      body: '{"call":{"fate":"accept","after":5},"arrives":"yes"}',
      fields: ['script.call: Unrecognized key: "after"', 'script.arrives: '],
    },
    { body: '{"call":{"fate":"throttle","afterAcceptance":true}}', fields: ['script.call: Unrecognized key: "afterAcceptance"'] },
    {
      body: '{"receipts":[{"status":"lost","times":0},{"afterMs":-1,"status":"delivered"}]}',
      fields: ['script.receipts.0.status: ', 'script.receipts.0.times: ', 'script.receipts.1.afterMs: '],
    },
  ])('written $body is refused with a sentence that names every wrong field', async ({ body, fields }) => {
    const { url } = await aNetwork()
    const response = await put(`${url}/carriers/sns`, body)
    expect(response.status).toBe(400)
    const { error } = (await response.json()) as { error: string }
    for (const field of fields) expect(error).toContain(field)
  })

  it.each([
    {
      place: 'carriers/sns',
      body: '{"call":{"fate":"throttle","retryAfterSeconds":30}}',
      field: 'call.retryAfterSeconds: "30" means nothing to sns',
    },
    { place: 'carriers/sns', body: '{"receipts":[{"status":"sent"}]}', field: 'receipts.0.status: "sent" means nothing to sns' },
    {
      place: 'carriers/sns',
      body: '{"receipts":[{"status":"delivered","forged":true}]}',
      field: 'receipts.0.forged: "true" means nothing to sns',
    },
    {
      place: `carriers/sns/phones/${phone}`,
      body: '{"receipts":[{"status":"undelivered","errorCode":"30003"}]}',
      field: 'receipts.0.errorCode: "30003" means nothing to sns',
    },
    {
      place: 'carriers/twilio',
      body: '{"call":{"fate":"refuse","code":"AuthorizationError"}}',
      field: 'call.code: "AuthorizationError" means nothing to twilio',
    },
    {
      place: 'carriers/twilio',
      body: '{"receipts":[{"status":"undelivered","errorCode":"unreachable"}]}',
      field: 'receipts.0.errorCode: "unreachable" means nothing to twilio',
    },
    {
      place: `carriers/twilio/phones/${phone}`,
      body: '{"receipts":[{"status":"delivered","providerResponse":"OK"}]}',
      field: 'receipts.0.providerResponse: "OK" means nothing to twilio',
    },
    {
      place: 'carriers/twilio',
      body: '{"receipts":[{"status":"delivered","carrierFields":false}]}',
      field: 'receipts.0.carrierFields: "false" means nothing to twilio',
    },
    {
      place: 'carriers/twilio',
      body: '{"receipts":[{"status":"delivered","errorCode":"30003"}]}',
      field: 'receipts.0.errorCode: only undelivered and failed have one',
    },
    {
      place: `phones/${phone}`,
      body: '{"receipts":[{"status":"sent","providerResponse":"OK"}]}',
      field: 'receipts.0.status: "sent" means nothing to sns; script.receipts.0.providerResponse: "OK" means nothing to twilio',
    },
    { place: `phones/${phone}`, body: '{"down":true}', field: ': Unrecognized key: "down"' },
    { place: `carriers/sns/phones/${phone}`, body: '{"down":true}', field: ': Unrecognized key: "down"' },
  ])('for $place, written $body, has words that are not known there', async ({ place, body, field }) => {
    const { url } = await aNetwork()
    const response = await put(`${url}/${place}`, body)
    expect(response.status).toBe(400)
    expect((await response.json()) as { error: string }).toEqual({ error: expect.stringContaining(field) })
  })

  it('leaves the earlier one in force when it is refused, and the client throws the sentence', async () => {
    const { publish, scriptPhone } = await aNetwork()
    await scriptPhone(phone, { call: { fate: 'throttle' } })
    await expect(scriptPhone(phone, { call: { fate: 'accept', afterMs: -1 } })).rejects.toThrow(
      'Wrong fields: script.call.afterMs: ',
    )
    expect(await publish()).toMatchObject({ error: 'Throttling' })
  })

  it.each([
    { path: '/phones/04155550123', status: 400, sentence: '04155550123 is not a number in E.164' },
    { path: '/phones/%zz', status: 400, sentence: '%zz is not a number in E.164' },
    { path: '/carriers/twilio/phones/04155550123', status: 400, sentence: '04155550123 is not a number in E.164' },
    { path: `/carriers/pigeon/phones/${phone}`, status: 404, sentence: 'There is no carrier pigeon' },
    { path: '/carriers/pigeon', status: 404, sentence: 'There is no carrier pigeon; there are sns, twilio.' },
    { path: '/carrier/sns', status: 404, sentence: 'There is no PUT /carrier/sns here; there are ' },
  ])('for $path is refused with a sentence', async ({ path, status, sentence }) => {
    const { url } = await aNetwork()
    const response = await put(url + path, '{}')
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.stringContaining(sentence) })
  })
})
