import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns'
import { describe, expect, it } from 'vitest'
import { aNetwork } from './a-network.ts'
import { phone } from './phone.ts'

const attribute = (name: string, value: string, type = 'String') => ({
  MessageAttributes: { [name]: { DataType: type, StringValue: value } },
})

describe('SNS', () => {
  it.each([
    {
      request: { PhoneNumber: '4155550123' },
      message: 'Invalid parameter: PhoneNumber Reason: 4155550123 is not valid to publish to',
    },
    {
      request: { PhoneNumber: undefined },
      message: 'Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter',
    },
    { request: { Message: '' }, message: 'Invalid parameter: Empty message' },
    { request: { Message: 'a'.repeat(1_531) }, message: 'Invalid parameter: Message too long' },
    { request: { Message: '字'.repeat(631) }, message: 'Invalid parameter: Message too long' },
    { request: attribute('AWS.SNS.SMS.SMSType', 'transactional'), message: 'Invalid parameter: SMSType Reason: ' },
    { request: attribute('AWS.SNS.SMS.SMSType', 'Transactional', 'Number'), message: 'Invalid parameter: SMSType Reason: ' },
    { request: attribute('AWS.SNS.SMS.SenderID', '12345'), message: 'Invalid parameter: SenderID Reason: ' },
    { request: attribute('AWS.SNS.SMS.SenderID', 'My Shop'), message: 'Invalid parameter: SenderID Reason: ' },
    { request: attribute('AWS.SNS.SMS.SenderID', 'ABCDEFGHIJKL'), message: 'Invalid parameter: SenderID Reason: ' },
    { request: attribute('AWS.MM.SMS.OriginationNumber', '1234'), message: 'Invalid parameter: OriginationNumber Reason: ' },
    { request: attribute('AWS.SNS.SMS.MaxPrice', '0.5'), message: 'Invalid parameter: MaxPrice Reason: ' },
  ])('refuses a request with "$message"', async ({ request, message }) => {
    const { publish, calls } = await aNetwork()
    const refusal = { error: 'InvalidParameterException', status: 400, message: expect.stringContaining(message) }
    expect(await publish(request)).toEqual(refusal)
    expect(await calls()).toMatchObject([{ fate: 'invalid', code: 'InvalidParameter', answered: true }])
  })

  it.each(['a'.repeat(1_530), '字'.repeat(630)])('accepts the longest text: %.3s…', async (Message) => {
    const { publish } = await aNetwork()
    expect(await publish({ Message })).toHaveProperty('messageId')
  })

  it('knows no other action than Publish', async () => {
    const { url, calls } = await aNetwork()
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
    const client = new SNSClient({ endpoint: url, region: 'us-east-1', credentials, maxAttempts: 1 })
    const refusal = { name: 'InvalidAction', message: 'Could not find operation ListTopics for version 2010-03-31' }
    await expect(client.send(new ListTopicsCommand())).rejects.toMatchObject(refusal)
    expect(await calls()).toMatchObject([{ fate: 'invalid', code: 'InvalidAction' }])
  })

  it('sends promotional texts unless told otherwise, and reads every attribute that it knows', async () => {
    const { publish, messages } = await aNetwork()
    await publish()
    await publish({
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
        'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'MyShop' },
        'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: '+14155550100' },
        'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: '0.50' },
      },
    })
    expect(await messages()).toMatchObject([
      { to: phone, smsType: 'Promotional' },
      { to: phone, smsType: 'Transactional', senderId: 'MyShop', originationNumber: '+14155550100' },
    ])
  })
})
