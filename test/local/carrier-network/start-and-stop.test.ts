import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { startCarrierNetwork } from '../../../local/carrier-network/carrier-network.ts'
import { aNetwork } from './a-network.ts'
import { phone } from './phone.ts'

const deliveryLog = { put: async () => {} }

describe('the network', () => {
  it('says which port is taken', async () => {
    const { url } = await aNetwork()
    const port = Number(new URL(url).port)
    await expect(startCarrierNetwork({ port, deliveryLog })).rejects.toThrow(
      `Port ${port}, for the carrier network, is taken by another program.`,
    )
  })

  it('says so of a carrier’s port too, and leaves none of its own open', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    onTestFinished(() => void taken.close())
    const { port } = taken.address() as AddressInfo
    const start = () => startCarrierNetwork({ port: port - 2, deliveryLog }).catch((error: unknown) => String(error))
    const refusal = await start()
    expect(refusal).toMatch(/^Error: Port \d+, for .+, is taken by another program\.$/)
    expect(await start()).toBe(refusal)
  })

  it('stops at once, whatever is open: a hanging call, a slow one, a receipt that is due tomorrow', async () => {
    const { stop, publish, scriptPhone, calls, printed, receipts } = await aNetwork({ patienceMs: 60_000 })
    await scriptPhone(phone, { receipts: [{ status: 'delivered', afterMs: 86_400_000 }] })
    await publish()
    await scriptPhone(phone, { call: { fate: 'accept', afterMs: 86_400_000 } })
    const slow = publish()
    await vi.waitFor(async () => expect(await calls()).toHaveLength(2))
    await scriptPhone(phone, { call: { fate: 'hang' } })
    const hanging = publish()
    await vi.waitFor(async () => expect(await calls()).toHaveLength(3))
    await stop()
    expect([await slow, await hanging]).toMatchObject([{ error: 'TimeoutError' }, { error: 'TimeoutError' }])
    expect([printed, receipts]).toEqual([[], []])
  })

  it('goes on when a caller leaves in the middle of its request', async () => {
    const { url, publish, printed } = await aNetwork()
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write('POST / HTTP/1.1\r\nHost: carrier\r\nContent-Length: 100\r\n\r\nAction=Pub')
    socket.resetAndDestroy()
    expect(await publish()).toHaveProperty('messageId')
    expect(printed).toEqual([])
  })
})
