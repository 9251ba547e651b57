import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suppressedScopes } from '../../functions/recipient/suppressed-scopes.ts'
import { heliograph, requestsTo } from '../e2e/heliograph.ts'
import { permissionWorld } from '../e2e/permission-world.ts'

const aRequest = requestsTo(347)

let world: Awaited<ReturnType<typeof permissionWorld>>
let deployed: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await permissionWorld()
  deployed = await heliograph()
})
afterAll(() => {
  world.stop()
  deployed.stop()
})

const isSuppressed = (to: string) => world.until(to, (recipient) => suppressedScopes(recipient).includes('all'))

describe.concurrent('with no right but those of its own role', () => {
  it('permit takes a word, and tells and keeps what it cannot read', async () => {
    const { to } = aRequest()
    await world.tell('Suppress Recipient', { to, scope: 'all', reason: 'complaint' })
    await isSuppressed(to)
    const requestEventId = await world.tell('Suppress Recipient', { scope: 'all', reason: 'whom' })
    await world.told(({ detail }) => 'requestEventId' in detail && detail.requestEventId === requestEventId)
    await world.deadLetter('whom')
  })

  it('reply takes a text, and tells who asked for help', async () => {
    const { to } = aRequest()
    expect(await world.network.reply(to, { text: 'STOP' })).toMatchObject([{ status: 200 }])
    await isSuppressed(to)
    await world.network.reply(to, { text: 'HELP' })
    const recipientHash = world.hashOf(to)
    await world.told(({ detail }) => 'recipientHash' in detail && detail.recipientHash === recipientHash)
  })

  it('publish takes for everybody’s what a carrier was told', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, { call: { fate: 'refuse', code: '21610' } })
    await deployed.put(request)
    await isSuppressed(request.to)
  })
})
