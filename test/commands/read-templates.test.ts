import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readTemplates } from '../../commands/read-templates.ts'
import { industryKinds } from '../../functions/notification/kinds.ts'
import { judgeParameters } from '../../functions/template/judge-parameters.ts'
import { render } from '../../functions/template/render.ts'
import type { Slot } from '../../functions/template/slot.ts'
import { countParts } from '../../functions/text/count-parts.ts'

const aFolder = async (files: Record<string, string>) => {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

const hello = "name: hello\nkind: order\nslots: {}\ndefaultLocale: en\ntexts: { en: 'Shop: hello.' }\n"

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
      'z.yaml': hello.replace('hello', 'z').replace('order', 'x'),
    })
    const read = await readTemplates(folder)
    const problems = read.ok ? [] : read.problems.map((problem) => problem.replace(`${folder}/`, ''))
    expect(problems).toEqual([
      'a.yaml:1:7: name must be a, as the file is called',
      expect.stringMatching(/^b\.yaml:\d:\d: /),
      'z.yaml:2:7: kind must be one of verification, order, payment, logistics, membership, marketing',
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

describe('the shipped templates', async () => {
  const read = await readTemplates(join(import.meta.dirname, '../../templates'))
  const templates = read.ok ? read.templates : []
  const texts = templates.flatMap((template) =>
    Object.entries(template.texts).map(([locale, text]) => ({ name: template.name, locale, text, slots: template.slots })),
  )
  const filled = (slots: Record<string, Slot>, valueFor: (slot: Slot) => string) =>
    Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, valueFor(slot)]))

  it('have nothing wrong, and there is one for each industry kind', () => {
    expect(read).toMatchObject({ ok: true })
    expect(templates.map(({ kind }) => kind).sort()).toEqual([...industryKinds].sort())
  })

  it('speak at least two languages, each beginning with the brand', () => {
    for (const { texts: spoken } of templates) expect(Object.keys(spoken).length).toBeGreaterThanOrEqual(2)
    for (const { text } of texts) expect(text).toMatch(/^Heliograph Shop: /)
  })

  it.each(texts)('$name ($locale) fits one GSM part, be its slots filled with the widest characters', ({ text, slots }) => {
    const longest = filled(slots, (slot) => (slot.type === 'code' ? '0'.repeat(slot.length) : '€'.repeat(slot.maxLength)))
    expect(judgeParameters(slots, longest)).toEqual([])
    expect(countParts(render(text, longest))).toMatchObject({ encoding: 'GSM 03.38', parts: 1 })
  })

  it.each(texts)('$name ($locale) reads well with its examples', ({ text, slots }) => {
    const rendered = render(
      text,
      filled(slots, ({ example }) => example),
    )
    expect(rendered).not.toMatch(/[{}]| {2}/)
  })
})
