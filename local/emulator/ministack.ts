import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

/** What holds in an emulator that is started otherwise than by `npm start`. */
export interface Rules {
  /** Whether every call needs a right, as on AWS. Whoever has the keys of the emulator's environment is the account's owner, and has every right. */
  readonly auth?: boolean
  /** More calls of functions than this are throttled. Each is a process: without a limit a burst would start one a request. */
  readonly functionsAtOnce?: number
}

export const spawnMiniStack = (port: number, log: string, { auth = false, functionsAtOnce = 16 }: Rules): ChildProcess => {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'w')
  const child = spawn(join(repository, '.venv/bin/python'), [join(import.meta.dirname, 'mended-ministack.py')], {
    // Nothing of the user's environment: an AWS_ENDPOINT_URL or NODE_OPTIONS of theirs would reach every function.
    env: {
      GATEWAY_PORT: `${port}`,
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, // functions run on the first node, which is this one
      NODE_PATH: join(repository, 'node_modules'), // Lambda's runtime has the SDK, which the CDK's custom resources expect
      TZ: 'UTC', // as on Lambda
      AUTH: `${auth}`,
      LAMBDA_ACCOUNT_CONCURRENCY: `${functionsAtOnce}`,
    },
    stdio: ['pipe', output, output],
  })
  closeSync(output)
  child.on('error', () => {}) // there is no Python: whyItDied tells
  child.stdin?.on('error', () => {}) // it died before we closed it
  return child
}

/** It ends, with all that it started, when its stdin closes: here, or because this process ends, however it does. */
export const stopMiniStack = async (child: ChildProcess): Promise<void> => {
  if (!isRunning(child)) return
  child.stdin?.end()
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 5000)
  await once(child, 'exit')
  clearTimeout(tooLong)
}

export const isRunning = ({ pid, exitCode, signalCode }: ChildProcess) =>
  pid !== undefined && exitCode === null && signalCode === null

export const whyItDied = (log: string, { pid }: ChildProcess): string =>
  pid === undefined ? 'it is not installed, which npm start and npm test do' : lastLine(log)

const lastLine = (log: string) => readFileSync(log, 'utf8').trim().split('\n').at(-1) || 'it said nothing'
