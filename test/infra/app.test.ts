import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { featureFlags } from './synthesise.ts'

const repository = join(import.meta.dirname, '../..')

/**
 * Runs the app as the CDK CLI does on a machine that knows no account and no credentials: this Region is what it then assumes.
 * @param cwd where the CLI is called, with the stack's own templates in `templates`
 */
const synth = async (context: Readonly<Record<string, unknown>>, cwd = repository) => {
  const outdir = mkdtempSync(join(tmpdir(), 'heliograph-app-'))
  onTestFinished(() => rmSync(outdir, { recursive: true }))
  const app = spawn(process.execPath, [join(repository, 'infra/app.ts')], {
    cwd,
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

it('refuses a stack whose own templates fail, and says where', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heliograph-app-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const template = readFileSync(join(repository, 'templates/sign-in-code.yaml'), 'utf8')
  mkdirSync(join(folder, 'templates'))
  writeFileSync(join(folder, 'templates/sign-in-code.yaml'), template.replace('is your sign-in code', 'is your code: bit.ly/a'))
  const { err, ...rest } = await synth({}, folder)
  expect(err).toMatch(/^templates\/sign-in-code\.yaml:10:7: texts\.en holds a link.*\(verification-with-link\)/)
  expect(rest).toEqual({ out: '', code: 1, templates: [] })
}, 60_000)

it('says in a sentence what is wrong with the context, and fails', async () => {
  const err = 'The configuration of production cannot be used: nope is not known.\n'
  expect(await synth({ 'heliograph.nope': '1' })).toEqual({ out: '', err, code: 1, templates: [] })
}, 60_000)
