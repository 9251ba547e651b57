import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { heliograph, marketing, requestsTo } from './heliograph.ts'
import { middayZone } from './midday-zone.ts'
import { permissionWorld } from './permission-world.ts'
import { commandLine } from './run-command-line.ts'

const aRequest = requestsTo(907)

let world: Awaited<ReturnType<typeof heliograph>>
let permissions: Awaited<ReturnType<typeof permissionWorld>>
beforeAll(async () => {
  world = await heliograph()
  permissions = await permissionWorld()
})
afterAll(() => {
  world.stop()
  permissions.stop()
})

const textsTo = async (to: string) => (await world.network.textsOn(to)).length

/** An offer to somebody who has agreed, at a right hour, of which the carrier reports nothing. */
const anOffer = async (overrides: object = {}) => {
  const request = aRequest({ ...marketing, timeZone: middayZone(), ...overrides })
  await world.network.scriptPhone(request.to, { receipts: [] })
  await permissions.consent(request.to)
  return request
}

const tenMinutes = 600_000

describe.concurrent('policy', () => {
  it('lets five codes in ten minutes through, and says of the sixth from when one would go again', async () => {
    const { to } = aRequest()
    const codes = Array.from({ length: 5 }, () => aRequest({ to }))
    await world.put(...codes)
    for (const { notificationId } of codes) await world.event(notificationId, 'Notification Delivered')
    const sixth = aRequest({ to })
    await world.put(sixth)
    const { reason, policy } = await world.event(sixth.notificationId, 'Notification Suppressed')
    expect(reason).toBe('too-frequent')
    expect(policy?.at(-1)).toMatchObject({ decision: 'stop', rule: 'frequency', reason })
    const armed = await Promise.all(codes.map(async (one) => (await world.notification(one.notificationId)).attempts[0]?.armedAt))
    const counted = Date.parse(policy?.at(-1)?.until ?? '') - tenMinutes
    expect(counted).toBeGreaterThanOrEqual(Date.parse(armed.toSorted()[0] ?? ''))
    expect(counted).toBeLessThan(Date.now())
    expect(await textsTo(to)).toBe(5)
  })

  it('lets an offer go that the carrier accepts, and asks for no more', async () => {
    const request = await anOffer()
    const { notificationId, to } = request
    await world.put(request)
    await world.event(notificationId, 'Notification Accepted')
    const { status, states } = await world.execution(notificationId)
    expect({ status, states }).toEqual({
      status: 'SUCCEEDED',
      states: ['Validate', 'What next?', 'Send', 'Accepted'],
    })
    expect(await textsTo(to)).toBe(1)
  })

  it('stops an offer that waits until it is due when STOP comes meanwhile', async () => {
    const request = await anOffer({ sendAfter: new Date(Date.now() + 15_000).toISOString() })
    const { notificationId, to } = request
    await world.put(request)
    await vi.waitFor(
      async () => {
        const { policy } = await world.notification(notificationId)
        expect(policy?.at(-1)).toMatchObject({ decision: 'hold', rule: 'schedule' })
      },
      { timeout: 10_000, interval: 100 },
    )
    await world.network.reply(to, { text: 'STOP' })
    const { reason, policy } = await world.event(notificationId, 'Notification Suppressed')
    expect({ reason, policy }).toMatchObject({ reason: 'opted-out-of-all', policy: [{ decision: 'stop', rule: 'suppression' }] })
    const { states } = await world.execution(notificationId)
    expect(states).toContain('Hold until due')
    expect(await textsTo(to)).toBe(0)
  })

  it('sends no offer to whoever has not agreed', async () => {
    const request = aRequest({ ...marketing, timeZone: middayZone() })
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Suppressed')).toMatchObject({ reason: 'no-consent' })
    expect(await textsTo(request.to)).toBe(0)
  })
})

describe('heliograph explain', () => {
  it('prints what each rule says of an offer in the night, and sends nothing', async () => {
    const { to } = await anOffer()
    const asked = ['explain', '--to', to, '--kind', 'marketing', '--at', '2026-11-24T06:00:00Z']
    const { out, err, code } = await commandLine(...asked)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out.split('\n').map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
      'number allow of US',
      'suppression allow not-opted-out',
      'consent allow recorded',
      'schedule allow due',
      'quiet-hours hold quiet-hours, until 2026-11-24T18:00:00.000Z',
      'frequency allow rare-enough',
      'budget allow budget-left',
      '',
      'It would be held until 2026-11-24T18:00:00.000Z, and judged anew.',
      '',
    ])
    const { out: json } = await commandLine(...asked, '--json')
    expect(JSON.parse(json)).toMatchObject({
      number: { ok: true, country: 'US' },
      verdict: { holdUntil: '2026-11-24T18:00:00.000Z' },
    })
    expect(await textsTo(to)).toBe(0)
  })

  it('says of whoever opted out that nothing would be sent', async () => {
    const { to } = aRequest()
    await world.network.reply(to, { text: 'STOP' })
    const { out } = await commandLine('explain', '--to', to, '--kind', 'verification')
    expect(out).toMatch(/^suppression +stop +opted-out-of-all$/m)
    expect(out).toMatch(/^It would end as suppressed: opted-out-of-all\.$/m)
  })
})
