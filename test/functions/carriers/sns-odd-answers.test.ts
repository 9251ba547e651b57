import { describe, expect, it } from 'vitest'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { aBareSns, publishResponse } from './a-bare-sns.ts'
import { aCaller } from './a-caller.ts'

const attributesOf = (form: URLSearchParams | undefined) =>
  Object.fromEntries(
    [1, 2, 3, 4].flatMap((entry) => {
      const attribute = `MessageAttributes.entry.${entry}`
      const name = form?.get(`${attribute}.Name`)
      return name ? [[name, [form?.get(`${attribute}.Value.DataType`), form?.get(`${attribute}.Value.StringValue`)]]] : []
    }),
  )

describe('what is said to SNS', () => {
  it('is number, text, type, highest price and sender, and nothing else', async () => {
    const { url, forms } = await aBareSns()
    await aCaller(url, { maxPriceUsd: 0.25 })({ sender: { senderId: 'MyShop', originationNumber: '+14155550100' } })
    expect(forms).toHaveLength(1)
    expect(attributesOf(forms[0])).toEqual({
      'AWS.SNS.SMS.SMSType': ['String', 'Transactional'],
      'AWS.SNS.SMS.MaxPrice': ['Number', '0.25'],
      'AWS.SNS.SMS.SenderID': ['String', 'MyShop'],
      'AWS.MM.SMS.OriginationNumber': ['String', '+14155550100'],
    })
    const others = [...(forms[0]?.keys() ?? [])].filter((field) => !field.startsWith('MessageAttributes.'))
    expect(new Set(others)).toEqual(new Set(['Action', 'Version', 'PhoneNumber', 'Message']))
  })

  it('is said on a fresh connection each time', async () => {
    const { url, connections } = await aBareSns()
    const send = aCaller(url)
    expect([await send(), await send(), await send()]).toEqual([accepted(), accepted(), accepted()])
    expect(connections()).toBe(3)
  })
})

describe('an answer of SNS that says nothing', () => {
  it.each([
    ['with an empty message id', { body: publishResponse('') }, 'no-message-id'],
    ['without a message id', { body: '<PublishResponse><PublishResult/></PublishResponse>' }, 'no-message-id'],
    ['that is no XML', { body: '{"MessageId":"message-1"' }, 'no-answer'],
    ['that is empty', { body: '' }, 'no-message-id'],
    ['of a proxy, 502', { status: 502, body: '<html><body>Bad gateway</body></html>' }, 'http-502'],
    ['of a proxy, 403', { status: 403, body: '<html><body>Forbidden</body></html>' }, 'http-403'],
    ['with status 400 and nothing else', { status: 400, body: '' }, 'http-400'],
    ['with status 500 and nothing else', { status: 500, body: '' }, 'http-500'],
  ])('leaves it unknown whether the text was sent: one %s', async (_, answer, reason) => {
    const { url, forms } = await aBareSns(answer)
    expect(await aCaller(url)()).toEqual(unknown(reason))
    expect(forms).toHaveLength(1)
  })
})

it.each(['constructor', '__proto__', 'toString'])(
  'refuses by a code that no table has, also where JavaScript has one: %s',
  async (code) => {
    const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>No.</Message></Error></ErrorResponse>`
    const { url } = await aBareSns({ status: 400, body })
    expect(await aCaller(url)()).toEqual({ ...notSent('unclassified', 'unknown-code'), unclassified: `sns-${code}` })
  },
)
