import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { describeMisplaced } from '../../commands/template/parse-template.ts'

const repository = join(import.meta.dirname, '../..')

/** Runs the command line in a pipe, with no deployment anywhere. */
const heliograph = (...args: string[]) =>
  new Promise<{ out: string; err: string; code: number }>((resolve) => {
    const env = { PATH: '/usr/bin:/bin', AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_EC2_METADATA_DISABLED: 'true' }
    const child = execFile(process.execPath, ['commands/heliograph.ts', ...args], { cwd: repository, env }, (_error, out, err) =>
      resolve({ out, err, code: child.exitCode ?? -1 }),
    )
  })

const bad = `name: hello
kind: order
brand: Shop
description: For tests.
slots:
  name: { type: text, maxLength: 20, characters: gsm, example: Ada }
  eta: { type: date, example: tomorrow }
defaultLocale: en
texts:
  en: 'Shop: hello {{nam}}.'
  de: 'Hallo {{name}}, {{eta}}.'
`

const aFile = async (name: string, content: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

describe('template check', () => {
  it('finds nothing in the shipped templates, and exits with 0', async () => {
    const { out, err, code } = await heliograph('template', 'check')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toContain('templates/order-shipped.yaml: fine\n')
  })

  it('tells all that is wrong with a file at its line, as text or as JSON, without colours in a pipe, and exits with 1', async () => {
    const file = await aFile('hello.yaml', bad)
    const [asText, asJson] = await Promise.all([
      heliograph('template', 'check', file),
      heliograph('template', 'check', file, '--json'),
    ])
    const lines = asText.out.trim().split('\n')
    expect(lines.map((line) => line.slice(file.length).split(':')[1])).toEqual(['7', '10', '10', '10', '11'])
    expect(asText.out).not.toContain('\u001b')
    const [checked] = JSON.parse(asJson.out)
    expect(checked.file).toBe(file)
    expect(checked.problems.map(describeMisplaced)).toEqual(lines.map((line) => line.slice(file.length + 1)))
    expect(checked.problems[2]).toEqual({
      line: 10,
      column: 7,
      field: 'texts.en',
      code: 'unused-slot',
      sentence: expect.stringContaining('does not use the slot'),
      remedy: expect.stringContaining('where it belongs'),
    })
    expect([asText.code, asJson.code]).toEqual([1, 1])
  })
})

describe('template preview', () => {
  it('shows the file as it would read, in the locale asked for and with typed parameters', async () => {
    const args = ['--locale', 'de-AT', '--param', 'amount=1234.5 EUR', '--param', 'orderNo=99']
    const { out, code } = await heliograph('template', 'preview', 'templates/payment-received.yaml', ...args, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ kind: 'payment', problems: [], previews: [{ locale: 'de', encoding: 'GSM 03.38' }] })
    expect(out).toMatch(/1\.234,50.€.*99/)
  })

  it('names every wrong parameter, and exits with 1', async () => {
    const args = ['--param', 'amount=many', '--param', 'eta=soon']
    const { out, err, code } = await heliograph('template', 'preview', 'templates/payment-received.yaml', ...args)
    expect({ out, code }).toEqual({ out: '', code: 1 })
    expect(err).toMatch(/params\.amount .*params\.eta /)
  })

  it('shows a file in which the checks find something, and what they find', async () => {
    const file = await aFile(
      'hello.yaml',
      `${bad.slice(0, bad.indexOf('slots'))}slots: {}\ndefaultLocale: en\ntexts: { en: 'Shop: 🎉' }\n`,
    )
    const { out, code } = await heliograph('template', 'preview', file)
    expect(code).toBe(0)
    expect(out).toContain('│ Shop: 🎉 │\n')
    expect(out).toContain(`${file}:7:14: texts.en `)
  })
})

describe('template diff', () => {
  it('compares two files', async () => {
    const file = await aFile('order-shipped.yaml', 'name: order-shipped')
    const args = ['templates/order-shipped.yaml', 'templates/sign-in-code.yaml']
    const [different, unreadable] = await Promise.all([
      heliograph('template', 'diff', ...args),
      heliograph('template', 'diff', 'templates/order-shipped.yaml', file),
    ])
    expect(different.out).toContain('kind\n  - order\n  + verification\n')
    expect(unreadable).toMatchObject({ out: '', code: 1 })
  })
})

describe('the command line', () => {
  it.each([
    ['a version that is none', ['template', 'show', 'Order@x']],
    ['a decision without a reason', ['template', 'approve', 'order-shipped@3']],
    ['a decision about no version', ['template', 'approve', 'order-shipped', '--reason', 'clear']],
    ['a version to retire', ['template', 'retire', 'order-shipped@3', '--reason', 'over']],
    ['no file to submit', ['template', 'submit']],
    ['an unknown option', ['template', 'list', '--colour']],
    ['an unknown command', ['template', 'push']],
    ['an instant that is none', ['find', '--to', '+14045550123', '--since', 'noon']],
    ['an outcome that is none', ['watch', '--outcome', 'late']],
    ['figures by nothing that is', ['stats', '--by', 'weather']],
    ['an id that is none', ['show', 'a b']],
    ['a parameter without a name', ['send', 'sign-in-code', '--to', '+15035550123', '--param', '123456']],
  ])('exits with 2 on %s, and asks no deployment', async (_case, args) => {
    const { out, err, code } = await heliograph(...args)
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err.trim()).not.toBe('')
  })

  it.each([
    ['a deployment that is not there', ['template', 'list'], 'Nothing runs on this machine'],
    ['credentials that are not there', ['stats', '--region', 'us-east-1'], 'AWS refused the credentials'],
    ['a file that is not there', ['template', 'submit', 'templates/none.yaml'], 'The file templates/none.yaml cannot be read.'],
    ['a folder that is not there', ['template', 'check', 'nowhere'], 'There is no file or folder nowhere.'],
  ])('exits with 1 and a sentence for %s', async (_case, args, sentence) => {
    const { out, err, code } = await heliograph(...args)
    expect({ out, code }).toEqual({ out: '', code: 1 })
    expect(err).toContain(sentence)
  })

  it('says what failed as JSON too, where JSON was asked for', async () => {
    const file = await aFile('hello.yaml', bad)
    const [preview, check] = await Promise.all([
      heliograph('template', 'preview', file, '--json'),
      heliograph('template', 'check', 'nowhere', '--json'),
    ])
    expect(JSON.parse(preview.out).problems.join('\n')).toBe(preview.err.trim())
    expect(JSON.parse(check.out)).toEqual({ problems: ['There is no file or folder nowhere.'] })
    expect([preview.code, check.code]).toEqual([1, 1])
  })

  it('shows help where it is asked for, and exits with 0', async () => {
    const { out, code } = await heliograph('carriers', 'drain', '--help')
    expect(out).toContain('Example:\n  heliograph carriers drain')
    expect(code).toBe(0)
  })
})
