import { describe, expect, it } from 'vitest'
import { aNetwork, phone } from './a-network.ts'

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
    { path: '/carriers/pigeon', status: 404, sentence: 'There is no carrier pigeon; there are sns.' },
    { path: '/carrier/sns', status: 404, sentence: 'There is no PUT /carrier/sns here; there are ' },
  ])('for $path is refused with a sentence', async ({ path, status, sentence }) => {
    const { url } = await aNetwork()
    const response = await put(url + path, '{}')
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.stringContaining(sentence) })
  })
})
