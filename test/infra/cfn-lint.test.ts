import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { everyDeployment, region, synthesise } from './synthesise.ts'

const linter = join(import.meta.dirname, '../../.venv-linter/bin/cfn-lint')

/** The CDK lets every function wait for its role twice, by reference and by name. */
const notOurs = ['W3005']

/** What cfn-lint says to templates, a line a finding: nothing, when all is well. */
const lint = (templates: Readonly<Record<string, object>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'heliograph-lint-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = Object.entries(templates).map(([name, template]) => {
    const file = join(folder, `${name}.json`)
    writeFileSync(file, JSON.stringify(template))
    return file
  })
  const options = ['--format', 'parseable', '--regions', region, '--ignore-checks', ...notOurs, '--', ...files]
  const { stdout, stderr, error } = spawnSync(linter, options, { encoding: 'utf8' })
  if (error) throw new Error(`cfn-lint did not run (${error.message}): npm test installs it`)
  return `${stdout}${stderr}`.trim()
}

it('cfn-lint finds nothing in any deployment', () => {
  const templates = Object.entries(everyDeployment).map(([name, overrides]) => [name, synthesise(overrides).toJSON()])
  expect(lint(Object.fromEntries(templates))).toBe('')
}, 120_000)

it('cfn-lint finds what is wrong', () => {
  const Properties = { VisibilityTimeout: 'long' }
  expect(lint({ wrong: { Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties } } } })).toMatch(/wrong\.json:.*:E3012:/)
}, 120_000)
