import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readTemplates } from '../../../commands/template/read-templates.ts'
import { kinds, mostPartsOf } from '../../../functions/notification/kinds.ts'
import { compile } from '../../../functions/template/compose.ts'
import { longestText } from '../../../functions/template/longest-text.ts'
import type { Template } from '../../../functions/template/template.ts'

const aFolder = async (files: Record<string, string>) => {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

const hello = `name: hello
kind: order
brand: Shop
description: A greeting.
slots: {}
defaultLocale: en
texts: { en: 'Shop: hello.' }
`

describe('a folder of templates', () => {
  it('is read in the order of the names, other files left alone', async () => {
    const folder = await aFolder({ 'hello.yaml': hello, 'bye.yaml': hello.replace('hello', 'bye'), 'README.md': '# Templates' })
    const read = await readTemplates(folder)
    expect(read.ok && read.templates.map(({ name }) => name)).toEqual(['bye', 'hello'])
  })

  it('tells all problems of all files, each with its file and place', async () => {
    const folder = await aFolder({
      'a.yaml': hello,
      'b.yaml': '{',
      'hello.yaml': hello,
      'z.yaml': hello.replace('hello', 'z').replace('order', 'x').replace('Shop: ', ''),
    })
    const read = await readTemplates(folder)
    const problems = read.ok ? [] : read.problems.map((problem) => problem.replace(`${folder}/`, ''))
    expect(problems).toEqual([
      'a.yaml:1:7: name must be a, as the file is called',
      expect.stringMatching(/^b\.yaml:\d:\d: /),
      'z.yaml:2:7: kind must be one of verification, order, payment, logistics, membership, marketing',
      'z.yaml:7:14: texts.en does not hold the brand Shop (brand-missing): begin it with "Shop: "',
    ])
  })

  it.each([
    ['is empty', async () => aFolder({})],
    ['is not there', async () => join(await aFolder({}), 'nowhere')],
    ['is a file', async () => join(await aFolder({ 'hello.yaml': hello }), 'hello.yaml')],
  ])('that %s is a problem', async (_, make) => {
    const folder = await make()
    expect(await readTemplates(folder)).toEqual({ ok: false, problems: [expect.stringContaining(`${folder} holds no template`)] })
  })
})

const examplesOf = ({ slots }: Template) =>
  Object.fromEntries(Object.entries(slots).map(([name, { example }]) => [name, example]))

const encodingIn = (template: Template, locale: string) => {
  const composed = compile(template)(examplesOf(template), locale)
  return composed.ok ? composed.encoding : 'none'
}

describe('the shipped templates', async () => {
  const folder = join(import.meta.dirname, '../../../templates')
  const read = await readTemplates(folder)
  const templates = read.ok ? read.templates : []
  const texts = templates.flatMap((template) => Object.keys(template.texts).map((locale) => ({ ...template, template, locale })))

  it('have nothing wrong, and there is one for each kind', () => {
    expect(read).toMatchObject({ ok: true })
    expect(templates.map(({ kind }) => kind).sort()).toEqual([...kinds].sort())
  })

  it('speak three languages, one of which needs UCS-2, each beginning with the brand', () => {
    for (const { texts: spoken } of templates) expect(Object.keys(spoken)).toHaveLength(3)
    for (const { template, locale } of texts) expect(template.texts[locale]).toMatch(/^Heliograph Shop: /)
    for (const template of templates) {
      const encodings = Object.keys(template.texts).map((locale) => encodingIn(template, locale))
      expect(encodings, template.name).toEqual(['GSM 03.38', 'GSM 03.38', 'UCS-2'])
    }
  })

  it.each(texts)('$name ($locale) keeps within its kind at its longest', ({ template, kind, locale }) => {
    expect(longestText(template, locale).parts).toBeLessThanOrEqual(mostPartsOf(kind))
  })

  it.each(texts)('$name ($locale) reads well with its examples', ({ template, locale }) => {
    const composed = compile(template)(examplesOf(template), locale)
    expect(composed).toMatchObject({ ok: true, locale })
    expect(composed.ok && composed.text).not.toMatch(/[{}]| {2}|\.\./)
  })

  it('begin with the line by which an editor knows their schema', async () => {
    for (const { name } of templates)
      expect(await readFile(join(folder, `${name}.yaml`), 'utf8')).toMatch(
        /^# yaml-language-server: \$schema=\.\.\/docs\/template\.schema\.json\n/,
      )
  })
})
