import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../functions/record/read-template.ts'
import { storeTemplate } from '../../functions/record/store-template.ts'
import { aTemplate } from '../builders/a-template.ts'
import { noon } from '../builders/noon.ts'
import { aTable } from './a-table.ts'

const table = aTable()
const store = (name: string, version: number, en = `Shop, ${version}: {{orderNo}} {{eta}}`) =>
  storeTemplate(table())(aTemplate({ name, version, texts: { en } }), noon)

describe('a template', () => {
  it('is stored as a version, and the highest is current', async () => {
    for (const version of [2, 10, 9, 1]) expect(await store('numbered', version)).toBe(true)
    expect(await readTemplate(table())('numbered')).toEqual(
      aTemplate({ name: 'numbered', version: 10, texts: { en: 'Shop, 10: {{orderNo}} {{eta}}' } }),
    )
  })

  it('never changes once a version is stored', async () => {
    await store('immutable', 1, 'First: {{orderNo}} {{eta}}')
    expect(await store('immutable', 1, 'Second: {{orderNo}} {{eta}}')).toBe(false)
    expect(await readTemplate(table())('immutable')).toMatchObject({ texts: { en: 'First: {{orderNo}} {{eta}}' } })
  })

  it('has one author of a version, of ten at once', async () => {
    const texts = Array.from({ length: 10 }, (_, index) => `Author ${index}: {{orderNo}} {{eta}}`)
    const stored = await Promise.all(texts.map((text) => store('contested', 1, text)))
    expect(stored.filter((won) => won)).toHaveLength(1)
    expect(await readTemplate(table())('contested')).toMatchObject({ texts: { en: texts[stored.indexOf(true)] } })
  })

  it('is told from those whose names begin alike', async () => {
    await store('order', 1)
    await store('order-shipped', 2)
    expect(await readTemplate(table())('order')).toMatchObject({ name: 'order', version: 1 })
  })

  it('that nobody stored is none', async () => {
    expect(await readTemplate(table())('nowhere')).toBeUndefined()
  })
})
