import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeMisplaced, parseTemplate } from '../../commands/template/parse-template.ts'
import { shippedPreview } from '../../docs/preview-picture.ts'
import { findingCodes } from '../../functions/template/finding.ts'
import { Slot } from '../../functions/template/slot.ts'
import { format } from '../../functions/template/values/values.ts'
import { normalise } from '../../functions/text/normalise.ts'

const folder = join(import.meta.dirname, '../../docs')
const document = readFileSync(join(folder, 'templates.md'), 'utf8')
const [example = '', mistaken = ''] = [...document.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml)

/** The rows of a table, by their first cell. */
const rows = document.split('\n').flatMap((line) => /^\| (`[^|]*`) \|(.*)\|$/.exec(line)?.slice(1, 3).join('|') ?? [])

it('docs/template-preview.svg is what the command shows: `npm run docs` writes it anew', async () => {
  expect(readFileSync(join(folder, 'template-preview.svg'), 'utf8')).toBe(await shippedPreview())
})

describe('docs/templates.md', () => {
  it('begins with a template in which nothing is wrong', () => {
    expect(parseTemplate(example, 'order-delayed')).toMatchObject({ ok: true })
  })

  it('shows four mistakes with the very messages', () => {
    const [, messages = ''] = /<!-- mistakes -->.*```\n\n```\n(.*?)\n```/s.exec(document) ?? []
    const parsed = parseTemplate(mistaken, 'order-delayed')
    const problems = parsed.ok ? [] : parsed.problems.map(describeMisplaced)
    expect(problems).toHaveLength(4)
    expect(messages.split('\n')).toEqual(problems.map((problem) => `templates/order-delayed.yaml:${problem}`))
  })

  it('names every check and every type of slot', () => {
    const named = rows.flatMap((row) => [...(row.split('|')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name))
    const types = Slot.options.map(({ shape }) => shape.type.value)
    expect(named).toEqual(expect.arrayContaining([...findingCodes, ...types]))
  })

  it.each<[Slot, unknown]>([
    [{ type: 'number', min: 0, max: 9999, example: 1 }, 1299],
    [
      { type: 'money', currencies: ['EUR'], maxMinorUnits: 9999, example: { minorUnits: 1, currency: 'EUR' } },
      { minorUnits: 4990, currency: 'EUR' },
    ],
    [{ type: 'date', example: '2026-11-24' }, '2026-11-24'],
    [{ type: 'time', example: '14:00' }, '14:00'],
  ])('says how a value of %o reads', (slot, value) => {
    const [en, de] = ['en', 'de'].map((locale) => normalise(format(slot, value, locale, 'en')))
    // the euro sign and the blanks are as a phone shows them
    const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(rows.find((row) => row.startsWith(`\`${slot.type}\``))).toContain(`${plain(en ?? '')} and ${plain(de ?? '')}`)
  })
})
