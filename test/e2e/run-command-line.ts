import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'

/** Runs the command line as a user does, in a pipe; where a `--profile` is named (author, reviewer), by that profile alone. */
export const commandLine = async (...args: string[]) => {
  const repository = join(import.meta.dirname, '../..')
  const { emulatorUrl } = inject('deployed')
  const profiles = join(repository, '.local', `deployment-${new URL(emulatorUrl).port}`, 'aws-config')
  const child = spawn(process.execPath, ['commands/heliograph.ts', ...args], {
    cwd: repository,
    // biome-ignore lint/style/noProcessEnv: the child inherits PATH and HOME
    env: { ...process.env, ...(args.includes('--profile') ? { AWS_CONFIG_FILE: profiles } : { AWS_ENDPOINT_URL: emulatorUrl }) },
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: child.exitCode }
}
