import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { heliograph, requestsTo } from './heliograph.ts'

const aRequest = requestsTo(415)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

const environmentOf = (pid: string) => {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  } catch {
    return [] // gone, or not ours
  }
}

/** Kills the function where it stands, as a crash does: no catch, no finally. */
const kill = (functionName: string) => {
  const runsIt = (pid: string) => {
    const environment = environmentOf(pid)
    const isOurs = environment.includes(`AWS_ENDPOINT_URL=${inject('deployed').emulatorUrl}`)
    return (
      isOurs &&
      environment.some((variable) => variable.startsWith('AWS_LAMBDA_FUNCTION_NAME=') && variable.includes(functionName))
    )
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && runsIt(name))
  for (const pid of pids) process.kill(Number(pid), 'SIGKILL')
  return pids.length
}

it.runIf(process.platform === 'linux')(
  'ends as unknown, and texts nobody twice, when send is killed after the carrier accepted (found by /proc, so on Linux)',
  async () => {
    const request = aRequest()
    await world.network.scriptPhone(request.to, { call: { fate: 'hang', afterAcceptance: true }, receipts: [] })
    await world.put(request)
    await vi.waitFor(async () => expect(await world.network.textsOn(request.to)).toHaveLength(1), {
      timeout: 20_000,
      interval: 50,
    })
    expect(kill('Send')).toBeGreaterThan(0)

    expect(await world.event(request.notificationId, 'Notification Unknown')).toMatchObject({ reason: 'no-answer', attempt: 1 })
    const execution = await world.execution(request.notificationId)
    expect(execution.states).toEqual(['Validate', 'What next?', 'Send and await receipt', 'Fall back', 'What next?', 'Unknown'])
    expect((await world.network.calls()).filter(({ to }) => to === request.to)).toHaveLength(1)
  },
)

it('ends as unknown, and texts nobody twice, when the connection is reset after the carrier accepted', async () => {
  const request = aRequest({ template: 'order-shipped', params: { orderNo: '4711', eta: 'Tuesday' } })
  await world.network.scriptPhone(request.to, { call: { fate: 'reset', afterAcceptance: true }, receipts: [] })
  await world.put(request)

  expect(await world.event(request.notificationId, 'Notification Unknown')).toMatchObject({ reason: 'no-answer' })
  expect((await world.network.calls()).filter(({ to }) => to === request.to)).toHaveLength(1)
})
