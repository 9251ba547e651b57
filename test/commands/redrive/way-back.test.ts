import { describe, expect, it } from 'vitest'
import { hasWorkLeft } from '../../../commands/redrive/redrive-executions.ts'
import { wayBack } from '../../../commands/redrive/way-back.ts'
import { aNotification } from '../../builders/a-notification.ts'

const functions = {
  receipt: 'Heliograph-ReceiptsReceipt-1',
  close: 'Heliograph-DeliveryStepsClose-1',
  'close-review': 'Heliograph-TemplatesStepsCloseReview-1',
}
const ours = { account: '111122223333', functions }
const to = '+14155550123'
const request = { notificationId: 'shop-order-4711', to, template: 'order-shipped', params: { orderNo: '4711' } }
const suppression = { to, scope: 'all', reason: 'complaint' }
const anEvent = (detailType: string, detail: unknown, rest: object = {}) =>
  JSON.stringify({
    'detail-type': detailType,
    time: '2026-11-22T12:00:00Z',
    source: 'shop',
    account: '111122223333',
    detail,
    ...rest,
  })
const wayOf = (body: string) => wayBack(body, ours)

describe('the way back of a dead letter', () => {
  it('of a request is the request queue, as it is, also where it never was on a bus', () => {
    expect(wayOf(anEvent('Notification Requested', request))).toEqual({
      what: 'Notification Requested shop-order-4711',
      by: 'request queue',
    })
    expect(wayOf(anEvent('Notification Requested', request, { source: undefined, account: undefined }))).toMatchObject({
      by: 'request queue',
    })
  })

  it('of a word on whom to text is the bus, in the name and at the time of whoever put it first', () => {
    expect(wayOf(anEvent('Suppress Recipient', suppression))).toEqual({
      what: 'Suppress Recipient',
      by: 'bus',
      event: {
        source: 'shop',
        detailType: 'Suppress Recipient',
        time: new Date('2026-11-22T12:00:00Z'),
        detail: JSON.stringify(suppression),
      },
    })
    expect(wayOf(anEvent('Cancel Notification', { notificationId: 'shop-1' }))).toMatchObject({ by: 'bus' })
  })

  it('of receipts is the function of this stack that failed with them', () => {
    const call = (functionName: string) =>
      JSON.stringify({
        requestContext: { functionArn: `arn:aws:lambda:us-east-1:111122223333:function:${functionName}:$LATEST` },
        requestPayload: { awslogs: { data: 'H4sI' } },
      })
    const [functionName, payload] = [functions.receipt, '{"awslogs":{"data":"H4sI"}}']
    expect(wayOf(call(functionName))).toEqual({
      what: 'receipts',
      by: 'function',
      call: { what: 'receipts', takenBy: 'receipt', functionName, payload },
    })
    for (const other of ['Payroll', 'Heliograph-Staging-ReceiptsReceipt-1', functions.close])
      expect(wayOf(call(other))).toMatchObject({ by: undefined })
  })

  const arn = (functionName: string) => `arn:aws:lambda:us-east-1:111122223333:function:${functionName}`
  const ended = (workflow: string, name: string) =>
    anEvent('Step Functions Execution Status Change', {
      name,
      stateMachineArn: `arn:aws:states:us-east-1:111122223333:stateMachine:Heliograph-${workflow}`,
    })

  it.each([
    ['a notification', 'close', ended('deliver-notification', 'shop-1'), 'the end of shop-1', '{"notificationId":"shop-1"}'],
    [
      'a notification, as its rule says it',
      'close',
      '{"notificationId":"shop-1"}',
      'the end of shop-1',
      '{"notificationId":"shop-1"}',
    ],
    ['a review', 'close-review', ended('review-template', 'sale-2'), 'the end of the review sale-2', '{"execution":"sale-2"}'],
  ] as const)('of an end of %s that nobody was told is the function that was to be told', (_, takenBy, body, what, payload) => {
    const functionName = functions[takenBy]
    const call = { what, takenBy, functionName, payload }
    expect(wayBack(body, ours, arn(functionName))).toEqual({ what, by: 'function', call })
    for (const other of ['Payroll', 'Heliograph-Staging-DeliveryStepsClose-1', functions.receipt])
      expect(wayBack(body, ours, arn(other))).toMatchObject({ by: undefined })
    expect(wayBack(body, ours, 'arn:aws:sqs:us-east-1:111122223333:queue')).toMatchObject({ by: undefined })
  })

  it('of changes that were not published is left to the function that takes them up by itself', () => {
    expect(wayOf('{"DDBStreamBatchInfo":{"shardId":"shardId-1"}}')).toMatchObject({ by: undefined, what: 'changes of records' })
  })

  it.each([
    ['is no JSON', 'nothing'],
    ['is no event', '{"detail":{}}'],
    [
      'is a call with what none of our functions takes',
      JSON.stringify({ requestContext: { functionArn: arn(functions.close) }, requestPayload: { to } }),
    ],
    ['is a request that nobody can read', anEvent('Notification Requested', { ...request, template: undefined })],
    [
      'is a request whose id holds the number',
      anEvent('Notification Requested', { ...request, notificationId: 'otp-4155550123' }),
    ],
    ['is a word that nobody can read', anEvent('Suppress Recipient', { to, scope: 'some' })],
    ['is an event of another type', anEvent('Order Shipped', {})],
    ['has the name of a property that every object has for a type', anEvent('constructor', {})],
    ['does not say who put it', anEvent('Suppress Recipient', suppression, { source: undefined })],
    ['came from another account', anEvent('Suppress Recipient', suppression, { account: '999999999999' })],
  ])('is none where it %s, and what is said of it holds no number', (_why, body) => {
    const way = wayOf(body)
    expect(way).toEqual({ what: expect.any(String), by: undefined, why: expect.any(String) })
    expect(JSON.stringify(way)).not.toContain('4155550123')
  })
})

describe('an execution that did not succeed', () => {
  it('has work left only where its notification has no outcome', () => {
    expect(hasWorkLeft(aNotification())).toBe(true)
    expect(hasWorkLeft(aNotification({ outcome: 'undeliverable' }))).toBe(false)
    expect(hasWorkLeft(undefined)).toBe(false)
  })
})
