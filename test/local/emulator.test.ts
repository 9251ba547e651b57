import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { InvokeCommand, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda'
import { CreateStateMachineCommand, DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from '../../local/emulator/emulator.ts'
import { clientsOf } from './emulated-functions.ts'

const repository = join(import.meta.dirname, '../..')

const definition = {
  StartAt: 'Send',
  States: {
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: { 'FunctionName.$': '$.of', Payload: { 'does.$': '$.does', 'taskToken.$': '$$.Task.Token' } },
      TimeoutSecondsPath: '$.seconds',
      End: true,
    },
  },
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

describe('a callback task on the mended emulator', () => {
  let emulator: Emulator
  let clients: ReturnType<typeof clientsOf>
  let stateMachineArn: string | undefined

  beforeAll(async () => {
    emulator = await startEmulator({ log: 'emulator-test' })
    clients = clientsOf(emulator)
    await clients.deploy('sender', 2)
    await clients.deploy('throttled', 2)
    await clients.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: 'throttled', ReservedConcurrentExecutions: 0 }))
    const machine = { name: 'machine', roleArn: 'arn:aws:iam::000000000000:role/any', definition: JSON.stringify(definition) }
    stateMachineArn = (await clients.sfn.send(new CreateStateMachineCommand(machine))).stateMachineArn
  })
  afterAll(() => emulator.stop())

  /** @returns how the execution stands when it ended, or after 6 seconds */
  const run = async ({ of = 'sender', does = ['return'], seconds = 60 }) => {
    const input = JSON.stringify({ of, does, seconds })
    const { executionArn } = await clients.sfn.send(new StartExecutionCommand({ stateMachineArn, input }))
    for (const end = Date.now() + 6000; ; await sleep(50)) {
      const { status, error, output } = await clients.sfn.send(new DescribeExecutionCommand({ executionArn }))
      if (status !== 'RUNNING' || Date.now() > end) return { status, error, output }
    }
  }

  it('ends after the seconds found at TimeoutSecondsPath', async () => {
    expect(await run({ does: ['return'], seconds: 1 })).toMatchObject({ error: 'States.Timeout' })
  })
  it('fails when its function throws', async () => {
    expect(await run({ does: ['throw'] })).toMatchObject({ status: 'FAILED', error: 'Runtime.HandlerError' })
  })
  it('fails when its function exits', async () => {
    expect(await run({ does: ['exit'] })).toMatchObject({ status: 'FAILED', error: 'Runtime.HandlerError' })
  })
  it('fails when its function times out', async () => {
    expect(await run({ does: ['hang'] })).toMatchObject({ status: 'FAILED', error: 'Sandbox.Timedout' })
  })
  it('stays settled when its function throws afterwards', async () => {
    expect(await run({ does: ['settle', 'throw'] })).toMatchObject({ status: 'SUCCEEDED', output: '"settled"' })
  })
  it('fails by the name that a workflow may retry when its function is throttled', async () => {
    expect(await run({ of: 'throttled' })).toMatchObject({ error: 'Lambda.TooManyRequestsException' })
  })
})

describe('the emulator', () => {
  it('is reached on 127.0.0.1 alone', async () => {
    const emulator = await startEmulator({ log: 'emulator-test' })
    const health = `${emulator.url}/_ministack/health`
    expect(await answers(health)).toBe(true)
    expect(await answers(health.replace('127.0.0.1', '127.0.0.2'))).toBe(false)
    await emulator.stop()
  })

  it('leaves no process and no file behind, though a function still runs', async () => {
    const emulator = await startEmulator({ log: 'emulator-test' })
    const { lambda, deploy } = clientsOf(emulator)
    await deploy('sender', 60)
    const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: 'sender', Payload: '{"does":["serve"]}' }))
    const worker = JSON.parse(Payload?.transformToString() ?? '')
    expect([await answers(worker.url), existsSync(worker.folder)]).toEqual([true, true])
    await emulator.stop()
    expect([await answers(worker.url), existsSync(worker.folder)]).toEqual([false, false])
  })

  it('ends with the process that started it, even when that is killed', async () => {
    const script = `import { startEmulator } from './local/emulator/emulator.ts'\nconsole.log((await startEmulator({ log: 'emulator-orphan' })).url)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: repository })
    const [line] = await once(parent.stdout.setEncoding('utf8'), 'data')
    const url = `${line.trim()}/_ministack/health`
    expect(await answers(url)).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => answers(url), { timeout: 5000 }).toBe(false)
  })

  it('says which port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    await expect(startEmulator({ port })).rejects.toThrow(`Port ${port}, for the emulator, is taken by another program.`)
    server.close()
  })

  it('refuses a version of MiniStack that it does not know how to mend', () => {
    const folder = mkdtempSync(join(tmpdir(), 'heliograph-test-'))
    const metadata = join(folder, 'ministack-1.5.34.dist-info')
    mkdirSync(metadata)
    writeFileSync(join(metadata, 'METADATA'), 'Metadata-Version: 2.1\nName: ministack\nVersion: 1.5.34\n')
    const options = { cwd: repository, env: { PYTHONPATH: folder }, encoding: 'utf8', timeout: 5000 } as const
    const { stderr, status } = spawnSync('.venv/bin/python', ['local/emulator/mended-ministack.py'], options)
    expect([status, stderr]).toEqual([1, 'The emulator must be MiniStack 1.5.33, and this is 1.5.34.\n'])
    rmSync(folder, { recursive: true })
  })
})
