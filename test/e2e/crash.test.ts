import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { heliograph, payment, requestsTo } from './heliograph.ts'

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

const onLinux = it.runIf(process.platform === 'linux')
const waited = ['Send and await receipt', 'Fall back', 'What next?']

/** Waits until a text is on the phone, and kills `send` before it can know. */
const killAfterAcceptance = async (to: string) => {
  await vi.waitFor(async () => expect(await world.network.textsOn(to)).toHaveLength(1), { timeout: 20_000, interval: 50 })
  expect(kill('Send')).toBeGreaterThan(0)
}

const callsTo = async (to: string) => (await world.network.calls()).filter((call) => call.to === to)

onLinux(
  'ends as unknown at the deadline, and texts nobody twice, when send is killed after SNS accepted a payment (by /proc: Linux)',
  async () => {
    const request = aRequest(payment)
    await world.network.scriptCarrierPhone('sns', request.to, { call: { fate: 'hang', afterAcceptance: true }, receipts: [] })
    await world.put(request)
    await killAfterAcceptance(request.to)

    expect(await world.event(request.notificationId, 'Notification Unknown')).toMatchObject({ reason: 'no-answer', attempt: 1 })
    const { states } = await world.execution(request.notificationId)
    expect(states).toEqual(['Validate', 'What next?', ...waited, ...waited, 'Unknown'])
    expect(await callsTo(request.to)).toHaveLength(1)
  },
)

onLinux('is delivered, and texts nobody twice, when send is killed after Twilio accepted a code (by /proc: Linux)', async () => {
  const request = aRequest()
  const receipts = [{ status: 'delivered' as const, afterMs: 4_000 }]
  await world.network.scriptCarrierPhone('twilio', request.to, { call: { fate: 'hang', afterAcceptance: true }, receipts })
  await world.put(request)
  await killAfterAcceptance(request.to)

  expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'twilio', attempt: 1 })
  expect(await world.execution(request.notificationId)).toMatchObject({ status: 'SUCCEEDED' })
  expect(await callsTo(request.to)).toHaveLength(1)
})
