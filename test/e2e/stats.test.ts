import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delivered, heliograph, payment, requestsTo } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'

const aRequest = requestsTo(602)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

const sent = (request: ReturnType<typeof aRequest>) => delivered(world, request)

describe('heliograph stats', () => {
  it('counts what was delivered by kind, and what each carrier did with its attempts', async () => {
    const request = aRequest(payment)
    await sent(request)
    const { out, err, code } = await commandLine('stats', '--since', '1h', '--by', 'kind', '--json')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    const { figures, isAll } = JSON.parse(out)
    expect(isAll).toBe(true)
    expect(figures.find(({ group }: { group: { kind: string } }) => group.kind === 'payment').fates.delivered).toBeGreaterThan(0)
    const byCarrier = await commandLine('stats', '--by', 'carrier,country')
    expect(byCarrier.out).toMatch(/^\d+ attempts since /)
    expect(byCarrier.out).toMatch(/^sns +US +\d+ /m)
  })
})
