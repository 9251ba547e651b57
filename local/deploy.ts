import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '..')
const cdk = join(repository, 'node_modules/.bin/cdk')
const secondsToDeploy = 120

type Environment = Readonly<Record<string, string | undefined>>

/** Runs the real CDK CLI; what it says is shown only when it fails. */
const run = (cwd: string, env: Environment, stop: AbortSignal, ...args: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(secondsToDeploy * 1000)])
    const child = spawn(cdk, args, {
      cwd,
      // biome-ignore lint/style/noProcessEnv: a child of ours inherits PATH and HOME
      env: { ...process.env, ...env, CI: 'true' },
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const output of [child.stdout, child.stderr]) output.on('data', (data) => (said += data))
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`cdk ${args[0]} failed:\n${said.trim()}`))))
  })

/**
 * Deploys the stack as it is, onto the emulator.
 * @param context for the CDK, e.g. { 'heliograph.endpoints.sns': 'http://127.0.0.1:4570' }
 * @param folder for what this deployment synthesises; two of them at once need two
 */
export const deploy = async (env: Environment, context: Readonly<Record<string, string>>, folder: string, stop: AbortSignal) => {
  mkdirSync(folder, { recursive: true })
  const contexts = Object.entries({ deployment: 'local', ...context }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const out = join(folder, 'cdk.out')
  await Promise.all([
    run(folder, env, stop, 'bootstrap', `aws://${env.CDK_DEFAULT_ACCOUNT}/${env.CDK_DEFAULT_REGION}`), // where no cdk.json makes it synthesise first
    run(repository, env, stop, 'synth', '--quiet', '--app', 'node infra/app.ts', '--output', out, ...contexts),
  ])
  await run(repository, env, stop, 'deploy', '--app', out, '--require-approval', 'never')
}
