import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'

const spawnCommandLine = (args: readonly string[]) => {
  const repository = join(import.meta.dirname, '../..')
  const { emulatorUrl } = inject('deployed')
  const profiles = join(repository, '.local', `deployment-${new URL(emulatorUrl).port}`, 'aws-config')
  return spawn(process.execPath, ['commands/heliograph.ts', ...args], {
    cwd: repository,
    // biome-ignore lint/style/noProcessEnv: the child inherits PATH and HOME
    env: { ...process.env, ...(args.includes('--profile') ? { AWS_CONFIG_FILE: profiles } : { AWS_ENDPOINT_URL: emulatorUrl }) },
  })
}

/** Runs the command line as a user does, in a pipe; where a `--profile` is named (author, reviewer), by that profile alone. */
export const commandLine = async (...args: string[]) => {
  const child = spawnCommandLine(args)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: child.exitCode }
}

/** Starts a command that runs until it is interrupted. */
export const startCommandLine = (...args: string[]) => {
  const child = spawnCommandLine(args)
  const pieces: string[] = []
  child.stdout.on('data', (piece) => pieces.push(String(piece)))
  return {
    /** What it has said so far. */
    out: () => pieces.join(''),
    /** Ends it as Ctrl-C does. @returns its exit code */
    interrupt: async () => {
      child.kill('SIGINT')
      await once(child, 'exit')
      return child.exitCode
    },
  }
}
