import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suppressedScopes } from '../../functions/recipient/suppressed-scopes.ts'
import { heliograph, requestsTo } from './heliograph.ts'
import { permissionWorld } from './permission-world.ts'

const aRequest = requestsTo(347)
const aPhone = () => aRequest().to

let world: Awaited<ReturnType<typeof permissionWorld>>
beforeAll(async () => {
  world = await permissionWorld()
})
afterAll(() => world.stop())

const isSuppressed = (to: string) => world.until(to, (recipient) => suppressedScopes(recipient).includes('all'))
const isFree = (to: string) => world.until(to, ({ suppressions }) => suppressions.all?.state === 'restored')
/** EventBridge dates events by whole seconds, and of two in one the one that stops texts counts. */
const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1_100))

describe('an event', () => {
  it('suppresses a number, and another restores it, with the account and source that said so', async () => {
    const to = aPhone()
    await world.tell('Suppress Recipient', { to, scope: 'all', reason: 'complaint' })
    const { suppressions } = await isSuppressed(to)
    expect(suppressions.all).toMatchObject({ source: '000000000000/test.crm', reason: 'complaint' })
    await nextSecond()
    await world.tell('Restore Recipient', { to, scope: 'all', reason: 'asked by phone' })
    await isFree(to)
  })

  it('records consent', async () => {
    const to = aPhone()
    await world.tell('Consent Recorded', { to, source: 'checkout-form', at: '2026-03-01T10:00:00Z', wording: '2026-03' })
    const { consent } = await world.until(to, (recipient) => recipient.consent !== undefined)
    expect(consent).toMatchObject({ source: 'checkout-form', wording: '2026-03', via: '000000000000/test.crm' })
  })

  it('that nobody can read is told by its id and by every wrong field, and kept as it came', async () => {
    const reason = `for-${randomUUID()}`
    const requestEventId = await world.tell('Suppress Recipient', { scope: 'some', reason })
    const { detail } = await world.told(({ detail }) => 'requestEventId' in detail && detail.requestEventId === requestEventId)
    expect(detail).toMatchObject({ reason: 'malformed', explanation: 'to is missing; scope must be one of all, marketing.' })
    expect(await world.deadLetter(reason)).toContain(requestEventId)
  })
})

describe('a text from a phone', () => {
  it('stops all by STOP and lets them go by START, and nothing is sent back', async () => {
    const to = aPhone()
    expect(await world.network.reply(to, { text: ' stop. ' })).toEqual([{ carrier: 'twilio', status: 200, body: '<Response/>' }])
    expect((await world.known(to)).suppressions.all).toMatchObject({
      state: 'suppressed',
      source: 'twilio',
      reason: 'replied-stop',
    })
    await world.network.reply(to, { text: 'START' })
    expect((await world.known(to)).suppressions.all).toMatchObject({ state: 'restored', reason: 'replied-start' })
  })

  it('that is brought again after a later one changes nothing', async () => {
    const to = aPhone()
    const start = { text: 'START', messageId: `SM${randomUUID().replaceAll('-', '')}` }
    await world.network.reply(to, start)
    await world.network.reply(to, { text: 'STOP' })
    expect(await world.network.reply(to, start)).toMatchObject([{ status: 200 }])
    expect(suppressedScopes(await world.known(to))).toEqual(['all'])
  })

  it('is told, by ids alone, when it asks for help', async () => {
    const to = aPhone()
    await world.network.reply(to, { text: 'Help' })
    const recipientHash = world.hashOf(to)
    const { detail } = await world.told(({ detail }) => 'recipientHash' in detail && detail.recipientHash === recipientHash)
    expect(detail).toMatchObject({ carrier: 'twilio', messageId: expect.stringMatching(/^SM/) })
  })

  it('counts for nothing when somebody else brings it', async () => {
    const to = aPhone()
    expect(await world.network.reply(to, { text: 'STOP', forged: true })).toMatchObject([{ status: 401 }])
    expect((await world.known(to)).suppressions).toEqual({})
  })
})

describe('an opt-out that only a carrier knew of', () => {
  it.each<[string, string, object]>([
    ['twilio', 'by its answer', { call: { fate: 'refuse', code: '21610' } }],
    ['twilio', 'by a receipt', { receipts: [{ status: 'undelivered', errorCode: '21610' }] }],
    ['sns', 'by a receipt', { receipts: [{ status: 'undelivered', providerResponse: 'Phone number is opted out' }] }],
  ])('of %s, told %s, suppresses all in its name', async (carrier, _, script) => {
    const deployed = await heliograph()
    const request = aRequest(
      carrier === 'sns' ? { template: 'order-shipped', params: { orderNo: 'Zaunkoenig-73', eta: '2071-07-19' } } : {},
    )
    await world.network.scriptCarrierPhone(carrier, request.to, script)
    await deployed.put(request)
    const { suppressions } = await isSuppressed(request.to)
    expect(suppressions.all).toMatchObject({ source: carrier, reason: 'opted-out' })
    await deployed.event(request.notificationId, 'Notification Undeliverable')
    deployed.stop()
  })
})
