import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { examplesOf, type Preview, previewOf } from '../../../commands/template/preview-of.ts'
import { showPreview } from '../../../commands/template/show-preview.ts'
import type { Template } from '../../../functions/template/template.ts'

const template = (text: string): Template => ({
  name: 'hello',
  kind: 'order',
  brand: 'Shop',
  description: 'For tests.',
  slots: { name: { type: 'text', maxLength: 20, example: 'Ada' } },
  texts: { en: text },
  defaultLocale: 'en',
})

const prices = [{ country: 'US', carrier: 'sns', usd: '0.00645', source: 'https://prices.example', dated: '2026-11-22' }] as const

const preview = (text: string, params: Record<string, unknown> = { name: 'Ada' }): Preview => {
  const previewed = previewOf(template(text), params, prices)
  if (!previewed.ok) throw new Error('the parameters are wrong')
  return previewed
}

const shown = (some: Preview) => showPreview('hello@1', some).map((line) => stripVTControlCharacters(line))

describe('a preview', () => {
  it('shows the text as it is sent, its parts, its longest form and its price', () => {
    expect(preview('Shop: hello {{name}}.')).toMatchObject({
      text: 'Shop: hello Ada.',
      encoding: 'GSM 03.38',
      units: 16,
      split: ['Shop: hello Ada.'],
      forceUcs2: [],
      longest: { encoding: 'UCS-2', units: 33 },
      mostParts: 3,
      prices: [{ country: 'US', carrier: 'sns', usd: 0.00645, dated: '2026-11-22' }],
    })
  })

  it('takes the price of all parts', () => {
    const long = preview(`Shop: {{name}} ${'x'.repeat(300)}`)
    expect(long.parts).toBe(3)
    expect(long.prices).toMatchObject([{ usd: 0.01935 }])
  })

  it('says what was made plain, and what that saves', () => {
    const { text, normalised } = preview(`Shop: “{{name}}” – ${'x'.repeat(60)}…`)
    expect(text).toBe(`Shop: "Ada" - ${'x'.repeat(60)}...`)
    expect(normalised).toMatchObject({ characters: ['“', '”', '–', '…'], otherwise: { encoding: 'UCS-2', parts: 2 } })
  })

  it('shows an emoji that is made of several as the one that a reader sees', () => {
    expect(preview('Shop: {{name}} 👨‍👩‍👧').forceUcs2).toEqual(['👨‍👩‍👧'])
  })

  it('blames for UCS-2 only what cannot be made plain', () => {
    const { encoding, forceUcs2, normalised } = preview('Shop: “{{name}}” 🎉')
    expect({ encoding, forceUcs2, normalised }).toEqual({ encoding: 'UCS-2', forceUcs2: ['🎉'], normalised: undefined })
  })

  it('names every parameter that is wrong', () => {
    const previewed = previewOf(template('Shop: {{name}}'), { nam: 'Ada' }, prices)
    expect(previewed).toMatchObject({ ok: false, problems: [{ field: 'params.name' }, { field: 'params.nam' }] })
  })

  it('shows the examples where nobody gives parameters', () => {
    expect(examplesOf(template('Shop: {{name}}'))).toEqual({ name: 'Ada' })
  })
})

describe('on a terminal', () => {
  it('is a bubble with facts below', () => {
    expect(shown(preview('Shop: hello {{name}}.'))).toEqual([
      'hello@1, en',
      '╭──────────────────╮',
      '│ Shop: hello Ada. │',
      '╰──────────────────╯',
      'text            GSM 03.38, 1 part, 16 septets',
      'at its longest  UCS-2, 1 part, 33 UTF-16 units; 3 parts at most',
      'price           US  sns 0.00645 USD (2026-11-22)',
    ])
  })

  it('marks where each further part begins, between two parts of the very text', () => {
    const two = preview('Shop: {{name}} 🎉 a text that is long enough to need two parts, since its emoji costs so much')
    const text = shown(two)
      .slice(2, -5)
      .map((line) => line.slice(2, -2).trim())
      .join(' ')
    expect(text.match(/⟦\d⟧/g)).toEqual(['⟦2⟧'])
    expect(two.split[0]).toHaveLength(67)
  })

  it('tells a character that nobody sees by its number, and stops after a dozen', () => {
    expect(shown(preview('Shop: a\u0301\u2003{{name}}'))).toContainEqual('UCS-2 for       á U+2003'.normalize('NFC'))
    const greek = shown(preview('Shop: η παραγγελία σας έρχεται αύριο {{name}}'))
    expect(greek).toContainEqual(expect.stringMatching(/^UCS-2 for {7}η π α ρ γ ε λ ί σ ς έ χ and \d more$/))
  })

  it('has a line for each country, whoever sends there', () => {
    const [american] = prices
    const entries = [american, { ...american, carrier: 'twilio', usd: '0.01' }, { ...american, country: 'DE' }] as const
    const previewed = previewOf(template('Shop: {{name}}'), { name: 'Ada' }, entries)
    expect(previewed.ok && shown(previewed).slice(-2)).toEqual([
      'price           US  sns 0.00645 USD (2026-11-22), twilio 0.01000 USD (2026-11-22)',
      '                DE  sns 0.00645 USD (2026-11-22)',
    ])
  })

  it('says that a price nobody knows is unknown', () => {
    const previewed = previewOf(template('Shop: {{name}}'), { name: 'Ada' }, [])
    expect(previewed.ok && shown(previewed).at(-1)).toBe('price           unknown')
  })
})
