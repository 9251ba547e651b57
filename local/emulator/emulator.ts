import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, type Rules, spawnMiniStack, stopMiniStack, whyItDied } from './ministack.ts'

/** AWS on one machine. Its state is in memory: every start is an empty account. */
export interface Emulator {
  /** e.g. "http://127.0.0.1:4566" */
  readonly url: string
  /** Makes a child process, the CDK or a client speak to it. Lay it over process.env: what is undefined is taken away. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The file that takes what it says. */
  readonly log: string
  /** Leaves no process and no temporary file behind. */
  readonly stop: () => Promise<void>
}

const host = '127.0.0.1'
const logs = join(import.meta.dirname, '../../.local')
const secondsToStart = 30

interface Options extends Rules {
  /** e.g. 4566; 0 lets the system choose. */
  readonly port?: number
  /** Names the file below .local that takes what it says. Two that run at once need two. */
  readonly log?: string
}

/** Starts the emulator and waits until it answers. */
export const startEmulator = async (options: Options = {}): Promise<Emulator> => {
  const port = await freePort(options.port ?? 0)
  const url = `http://${host}:${port}`
  const log = join(logs, `${options.log ?? 'emulator'}.log`)
  const child = spawnMiniStack(port, log, options)
  const stop = () => stopMiniStack(child)
  if (await answers(url, child)) return { url, environment: environmentFor(url), log, stop }
  await stop()
  throw new Error(`The emulator did not start: ${whyItDied(log, child)} (its log: ${log})`)
}

const freePort = async (port: number): Promise<number> => {
  const server = createServer().listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Error(`Port ${port}, for the emulator, is taken by another program.`)
    throw new Error(`The emulator cannot listen on port ${port}: ${error.code}.`)
  })
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : port
}

/** @returns whether it came to answer before it died or its time was over */
const answers = async (url: string, child: ChildProcess): Promise<boolean> => {
  for (const end = Date.now() + secondsToStart * 1000; Date.now() < end && isRunning(child); await sleep(50)) {
    const response = await fetch(`${url}/_ministack/health`).catch(() => undefined)
    if (response?.ok) return true
  }
  return false
}

const environmentFor = (url: string): Emulator['environment'] => ({
  AWS_ENDPOINT_URL: url,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_SESSION_TOKEN: undefined,
  AWS_PROFILE: undefined, // it goes before the keys, and leads to a real account
  CDK_DEFAULT_ACCOUNT: '000000000000',
  CDK_DEFAULT_REGION: 'us-east-1',
})
