import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseTemplate } from '../../commands/template/parse-template.ts'
import { requestsTo } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'

const aRequest = requestsTo(713)

const as = (profile: 'author' | 'reviewer', ...args: string[]) =>
  commandLine(...args, '--profile', profile, '--stack', 'HeliographLocal')

const source = (name: string, text = 'your order {{orderNo}} is late. It comes on {{eta}}.') => `name: ${name}
kind: order
brand: Shop
description: Sent when a parcel will be late; eta is the new day.
slots:
  orderNo: { type: text, maxLength: 20, characters: identifier, example: HX-1 }
  eta: { type: date, example: '2026-11-26' }
defaultLocale: en
texts:
  en: 'Shop: ${text}'
`

const aFile = async (name: string, content: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, `${name}.yaml`)
  await writeFile(file, content)
  return file
}

/** A template that was approved as a team does it. */
const approved = async (name: string) => {
  const file = await aFile(name, source(name))
  expect(await as('author', 'template', 'submit', file)).toMatchObject({ err: '', code: 0 })
  expect(await as('reviewer', 'template', 'approve', `${name}@1`, '--reason', 'clear')).toMatchObject({ err: '', code: 0 })
  return file
}

describe('a template on its way to a phone', () => {
  it('is submitted, not approved by its author, approved by another, sent, and retired', async () => {
    const file = await aFile('order-late', source('order-late'))
    expect(await as('author', 'template', 'submit', file)).toEqual({ out: 'order-late@1 in review\n', err: '', code: 0 })
    const approve = ['template', 'approve', 'order-late@1', '--reason', 'clear and short']
    expect(await as('author', ...approve)).toMatchObject({ out: '', code: 1, err: expect.stringContaining('another person') })
    expect((await as('reviewer', 'template', 'review')).out).toMatch(/^order-late@1 .*user\/author$/m)
    expect((await as('reviewer', ...approve)).out).toBe('order-late@1 is approved. From now on it is what is sent.\n')

    const { to } = aRequest()
    const sent = await commandLine('send', 'order-late', '--to', to, '--param', 'orderNo=HX-1', '--param', 'eta=2026-11-28')
    expect({ err: sent.err, code: sent.code }).toEqual({ err: '', code: 0 })
    const wrong = await commandLine('send', 'order-late', '--to', to, '--param', 'orderNo=', '--param', 'day=Friday')
    expect(wrong.code).toBe(1)
    expect(wrong.out).toMatch(/params\.orderNo .*params\.eta .*params\.day /)

    expect(await as('reviewer', 'template', 'retire', 'order-late', '--reason', 'over')).toMatchObject({ err: '', code: 0 })
    const late = await commandLine('send', 'order-late', '--to', to, '--param', 'orderNo=HX-1', '--param', 'eta=2026-11-28')
    expect(late).toMatchObject({ code: 1, out: expect.stringContaining('template-retired') })
    expect((await commandLine('template', 'list')).out).toMatch(/^order-late .*order-late@1 retired$/m)
  })

  it('is told from the version that is sent, field by field, and is not submitted twice', async () => {
    const file = await approved('order-later')
    expect((await as('author', 'template', 'submit', file)).out).toBe('order-later@1 unchanged, and approved\n')
    const next = await aFile('order-later', source('order-later', 'order {{orderNo}} is late, until {{eta}}.'))
    const submitted = await as('author', 'template', 'submit', next, '--json')
    expect(JSON.parse(submitted.out)).toMatchObject([{ name: 'order-later', version: 2, state: 'in review', findings: [] }])

    const { out } = await as('reviewer', 'template', 'review', 'order-later@2', '--json')
    expect(JSON.parse(out)).toMatchObject({
      review: { version: 2, submittedBy: expect.stringContaining('user/author') },
      previews: [{ locale: 'en', text: 'Shop: order HX-1 is late, until Nov 26, 2026.', parts: 1 }],
      current: { version: 1, differences: [{ field: 'texts.en' }] },
    })
    expect((await commandLine('template', 'diff', 'order-later@1', next)).out).toMatch(/^texts\.en\n {2}- .*\n {2}\+ .*until/m)
    const reject = ['template', 'reject', 'order-later@2', '--reason', 'the first was better', '--json']
    expect(JSON.parse((await as('reviewer', ...reject)).out)).toEqual({ name: 'order-later', version: 2, state: 'rejected' })
    const approve = await as('reviewer', 'template', 'approve', 'order-later@2', '--reason', 'no, fine', '--json')
    expect(JSON.parse(approve.out)).toMatchObject({ code: 'not-in-review' })
    expect(approve).toMatchObject({ code: 1, err: expect.stringContaining('decided before') })
  })

  it('is not submitted at all while its file is wrong', async () => {
    const file = await aFile('order-bad', source('order-bad', 'your order {{orderNo}} is late.'))
    const { out, err, code } = await as('author', 'template', 'submit', file)
    expect({ out, code }).toEqual({ out: '', code: 1 })
    expect(err).toContain(`${file}:10:7: texts.en does not use the slot eta`)
    expect((await commandLine('template', 'list')).out).not.toContain('order-bad')
  })
})

it('shows a version as the file it was, so that it can be written down again', async () => {
  const { out, code } = await commandLine('template', 'show', 'parcel-arriving')
  expect(code).toBe(0)
  expect(out).toMatch(/^# parcel-arriving@1, logistics, approved$/m)
  const [shown, shipped] = [out, await commandLine('template', 'show', 'parcel-arriving@1', '--json')]
  const { version, ...content } = JSON.parse(shipped.out).template
  expect(parseTemplate(shown, 'parcel-arriving')).toEqual({ ok: true, template: content })
  expect(version).toBe(1)
})

it('says in a sentence that a version is not there', async () => {
  expect(await commandLine('template', 'preview', 'order-shipped@99')).toMatchObject({
    out: '',
    err: 'There is no order-shipped@99: `heliograph template list` shows what there is.\n',
    code: 1,
  })
})
