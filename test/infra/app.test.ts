import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { featureFlags } from './synthesise.ts'

/** Runs the app as the CDK CLI does on a machine that knows no account and no credentials: this Region is what it then assumes. */
const synth = async (context: Readonly<Record<string, unknown>>) => {
  const outdir = mkdtempSync(join(tmpdir(), 'heliograph-app-'))
  onTestFinished(() => rmSync(outdir, { recursive: true }))
  const app = spawn(process.execPath, ['infra/app.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      CDK_DEFAULT_REGION: 'us-east-1',
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...featureFlags, ...context }),
    },
  })
  const [out, err] = await Promise.all([text(app.stdout), text(app.stderr), once(app, 'exit')])
  return { out, err, code: app.exitCode, templates: readdirSync(outdir).filter((name) => name.endsWith('.template.json')) }
}

it.each([
  [{}, 'Heliograph'],
  [{ deployment: 'local', 'heliograph.stackName': 'Mine' }, 'Mine'],
])(
  'synthesises %j as %s, without credentials and without a word',
  async (context, stackName) => {
    expect(await synth(context)).toEqual({ out: '', err: '', code: 0, templates: [`${stackName}.template.json`] })
  },
  60_000,
)

it('says in a sentence what is wrong with the context, and fails', async () => {
  const err = 'The configuration of production cannot be used: nope is not known.\n'
  expect(await synth({ 'heliograph.nope': '1' })).toEqual({ out: '', err, code: 1, templates: [] })
}, 60_000)
