import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heliograph, requestsTo } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'

const aRequest = requestsTo(305)
const silent = { receipts: [] }
const by = 'arn:aws:iam::000000000000:root'
const source = '000000000000/heliograph.command'

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

const textsTo = async (to: string) => (await world.network.textsOn(to)).length

describe.concurrent('heliograph cancel', () => {
  it('ends a text that is put off at once, in the name of whoever gives the command, and its execution when its hold does', async () => {
    const request = aRequest({ sendAfter: new Date(Date.now() + 20_000).toISOString() })
    const { notificationId, to } = request
    await world.put(request)
    const { out, err, code } = await commandLine('cancel', notificationId, '--reason', 'order-withdrawn', '--json')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(JSON.parse(out)).toMatchObject({
      detailType: 'Notification Cancelled',
      detail: { notificationId, reason: 'order-withdrawn' },
    })
    await world.event(notificationId, 'Notification Cancelled')
    expect(await world.notification(notificationId)).toMatchObject({ cancelled: { reason: 'order-withdrawn', source, by } })
    const { status, states } = await world.execution(notificationId)
    expect({ status, states: states?.slice(-3) }).toEqual({
      status: 'SUCCEEDED',
      states: ['Validate', 'What next?', 'Cancelled'],
    })
    expect(await textsTo(to)).toBe(0)
  })

  it('waits for what nobody has requested yet, and stops it when somebody does', async () => {
    const request = aRequest()
    const { notificationId, to } = request
    const { out, code } = await commandLine('cancel', notificationId)
    expect({ out, code }).toEqual({ out: `Nobody has requested ${notificationId} yet: it ends as it is requested.\n`, code: 0 })
    await world.put(request)
    await world.event(notificationId, 'Notification Cancelled')
    expect(await world.execution(notificationId)).toMatchObject({
      status: 'SUCCEEDED',
      states: ['Validate', 'What next?', 'Cancelled'],
    })
    expect(await textsTo(to)).toBe(0)
  })

  it('says that it comes late where a text may have been sent, and lets no other carrier send it', async () => {
    const request = aRequest()
    const { notificationId, to } = request
    await world.network.scriptCarrierPhone('twilio', to, silent)
    await world.put(request)
    await world.event(notificationId, 'Notification Sent')
    const { out, err, code } = await commandLine('cancel', notificationId)
    expect({ err, code }).toEqual({ err: 'It came late: a text may have been sent. No further attempt is made.\n', code: 1 })
    expect(out).toContain('Cancellation Came Late')
    expect(await world.event(notificationId, 'Cancellation Came Late')).toMatchObject({ carrier: 'twilio', attempt: 1 })
    expect(await world.event(notificationId, 'Notification Unknown')).toMatchObject({ reason: 'cancelled' })
    expect(await textsTo(to)).toBe(1)
    expect(await commandLine('cancel', notificationId)).toMatchObject({ code: 1 })
  })
})

describe.concurrent('heliograph confirm', () => {
  it('ends the wait as delivered, by the word of the recipient, and no other carrier sends', async () => {
    const request = aRequest()
    const { notificationId, to } = request
    await world.network.scriptCarrierPhone('twilio', to, silent)
    await world.put(request)
    await world.event(notificationId, 'Notification Sent')
    const { out, err, code } = await commandLine('confirm', notificationId)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toMatch(/ Delivered +twilio .*confirmed, by the recipient's word\n$/)
    expect(await world.execution(notificationId)).toMatchObject({ status: 'SUCCEEDED' })
    expect(await world.notification(notificationId)).toMatchObject({ confirmed: { source, by } })
    expect(await textsTo(to)).toBe(1)
  })

  it('fails by a sentence where it has ended before', async () => {
    const request = aRequest()
    await world.put(request)
    await world.event(request.notificationId, 'Notification Delivered')
    const { err, code } = await commandLine('confirm', request.notificationId)
    expect({ err, code }).toEqual({ err: `It came late: ${request.notificationId} has ended.\n`, code: 1 })
  })
})

it('an intervention that cannot be read is told as such, and changes nothing', async () => {
  const notificationId = 'test-left-alone' // of digits, it might be a number, and would not be told
  const request = aRequest({ notificationId, sendAfter: new Date(Date.now() + 60_000).toISOString() })
  await world.put(request)
  await world.tell('Cancel Notification', { notificationId, reason: 'They called.' })
  expect(await world.event(notificationId, 'Intervention Rejected')).toMatchObject({ reason: 'malformed' })
  expect(await world.notification(notificationId)).not.toHaveProperty('outcome')
  expect(await commandLine('cancel', notificationId)).toMatchObject({ code: 0 })
})
