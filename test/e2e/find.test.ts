import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delivered, heliograph, requestsTo } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'

const aRequest = requestsTo(469)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

const sent = (request: ReturnType<typeof aRequest>) => delivered(world, request)

describe('heliograph find', () => {
  it('finds what was requested for a number, the latest first, and prints the number nowhere', async () => {
    const first = await sent(aRequest())
    const second = await sent({ ...aRequest(), to: first.to })
    const { out, err, code } = await commandLine('find', '--to', first.to)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    const lines = out.trim().split('\n')
    expect(lines.map((line) => line.split(/ {2,}/)[1]).sort()).toEqual([first.notificationId, second.notificationId].sort())
    for (const line of lines) expect(line).toMatch(/ verification +delivered +twilio +receipt$/)
    expect(out).not.toContain(first.to.slice(2))
    const later = await commandLine('find', '--to', first.to, '--since', new Date(Date.now() + 60_000).toISOString(), '--json')
    expect(JSON.parse(later.out)).toEqual([])
  })

  it('says where else to look when there is nothing', async () => {
    const { out, code } = await commandLine('find', '--to', aRequest().to)
    expect({ out, code }).toEqual({ code: 0, out: expect.stringContaining('Nothing was requested for this number since') })
  })
})
