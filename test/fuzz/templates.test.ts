import { expect, it } from 'vitest'
import { compile, type WithSlots } from '../../functions/template/compose.ts'
import { judgeParameters } from '../../functions/template/judge-parameters.ts'
import { type Piece, parseText, type Unread } from '../../functions/template/parse-text.ts'
import { renderPieces } from '../../functions/template/render.ts'
import { asSent } from '../../functions/text/as-sent.ts'
import { countParts } from '../../functions/text/count-parts.ts'
import { aFuzzedText, someFuzzedParameters, type TemplateSort, templateWeights } from './any-template-input.ts'
import { canaryNumber, canaryWord, quotesInput } from './canary.ts'
import { type Drawn, everyRun } from './every-run.ts'
import { leastTime } from './least-time.ts'

/** A slot of every type. */
const slots: WithSlots['slots'] = {
  name: { type: 'text', maxLength: 30, example: 'Ada' },
  plain: { type: 'text', maxLength: 30, characters: 'gsm', example: 'Ada' },
  orderNo: { type: 'text', maxLength: 30, characters: 'identifier', example: '4711' },
  code: { type: 'code', length: 6, example: '042817' },
  points: { type: 'number', min: -1e6, max: 1e9, decimals: 2, example: 1 },
  amount: { type: 'money', currencies: ['EUR', 'JPY'], maxMinorUnits: 1e6, example: { minorUnits: 1, currency: 'EUR' } },
  day: { type: 'date', example: '2026-11-24' },
  hour: { type: 'time', example: '14:00' },
  moment: { type: 'date-time', zone: 'Europe/Berlin', example: '2026-11-24T13:00:00Z' },
  link: { type: 'url', hosts: ['shop.example'], maxLength: 60, example: 'https://shop.example' },
  level: { type: 'enum', values: { gold: { en: 'Gold', de: 'Gold' } }, example: 'gold' },
}
const names = Object.keys(slots)
const templates = names.map((name) => ({
  name,
  compose: compile({ slots: { [name]: slots[name] as never }, texts: { en: `<{{${name}}}|{{${name}}}>` }, defaultLocale: 'en' }),
}))

const written = (piece: Piece) => ('slot' in piece ? `{{${piece.slot}}}` : piece.literal === '{{' ? '{{{{' : piece.literal)
const writtenOrUnread = (piece: Piece | Unread) => ('unread' in piece ? piece.unread : written(piece))

/** Reading takes at most a step a unit, and what was read is what was written. */
const readText = (text: string): readonly Piece[] => {
  const parsed = parseText(text)
  if (!parsed.ok) {
    expect(parsed.pieces.length).toBeLessThanOrEqual(text.length)
    expect(quotesInput(parsed.unread.map(({ problem }) => problem))).toBe(false)
    expect(parsed.pieces.map(writtenOrUnread).join('')).toBe(text)
    return []
  }
  expect(parsed.pieces.length).toBeLessThanOrEqual(text.length)
  expect(parsed.pieces.map(written).join('')).toBe(text)
  return parsed.pieces
}

/** Rendering asks once for each place of a slot, and answers what it was given and no more. */
const renderWith = (pieces: readonly Piece[], words: string) => {
  let asked = 0
  const text = renderPieces(pieces, () => {
    asked++
    return words
  })
  const places = pieces.filter((piece) => 'slot' in piece)
  expect(asked).toBe(places.length)
  expect(text).toBe(pieces.map((piece) => ('slot' in piece ? words : piece.literal)).join(''))
}

/** What a judge lets through is composed; what he does not is named once and never quoted. */
const judgeAndCompose = (drawn: Drawn<TemplateSort>): string[] => {
  const composedNames: string[] = []
  const params = someFuzzedParameters(drawn, names)
  const problems = judgeParameters(slots, params)
  expect(new Set(problems.map(({ field }) => field)).size).toBeGreaterThan(problems.length - 2) // names that are none share one
  expect(quotesInput(problems.map(({ problem }) => problem))).toBe(false)
  for (const { name, compose } of templates) {
    const composed = compose(Object.hasOwn(params, name) ? { [name]: params[name] } : {})
    expect(composed.ok).toBe(!problems.some(({ field }) => field === `params.${name}`))
    if (!composed.ok) continue
    composedNames.push(name)
    const { text, encoding, parts, units } = composed
    expect({ encoding, parts, units }).toEqual(countParts(text))
    expect(text).toBe(asSent(text))
    expect(text.length).toBeLessThan(200)
    const words = text.slice(1, (text.length - 1) / 2)
    expect(text).toBe(`<${words}|${words}>`)
    if (name !== 'link') expect(text).not.toMatch(/:\/\/|example/)
  }
  return composedNames
}

const mostUnits = 10_000

/** As long as an input can be brought to: read, rendered, composed for sending and counted. */
const handleLarge = (text: string): number => {
  const filled = readText(text).length > 0 ? text : text.replaceAll('{', '').concat('{{code}}'.repeat(200))
  return leastTime(() => {
    const parsed = parseText(filled)
    if (parsed.ok) countParts(asSent(renderPieces(parsed.pieces, () => '042817')))
  })
}

it('of 100,000 texts and parameters none breaks the reader, the judge or the renderer, and nothing of them is quoted or read twice', {
  timeout: 300_000,
}, async () => {
  let worst = 0
  const composed = new Set<string>()
  await everyRun('templates', templateWeights, async (drawn, before) => {
    if (drawn.sort === 'values') {
      for (const name of judgeAndCompose(drawn)) composed.add(name)
      return
    }
    const text = aFuzzedText(drawn, drawn.sort === 'large' ? mostUnits - 1_600 : drawn.n % 400)
    renderWith(readText(text), `{{${canaryWord}}}${canaryNumber}`)
    if (drawn.sort === 'large' && before % 4 === 0) worst = Math.max(worst, handleLarge(text))
  })
  process.stdout.write(
    `templates: the worst of ${mostUnits} units read, rendered and counted in ${Math.round(worst * 1_000)} us\n`,
  )
})

it.each([
  ['nothing but slots', '{{code}}'],
  ['nothing but braces', '{{{{'],
  ['single braces', '{ } '],
  ['placeholders that nothing closes', '{{code '],
  ['characters beyond GSM', '字'],
  ['marks that combine', 'e\u0301'],
  ['typography', '’'],
  ['escaped characters', '€'],
  ['pairs', '😀'],
])('reads and renders %s in steps that grow no faster than the text', (_, repeated) => {
  const stepsFor = (times: number) => {
    return parseText(repeated.repeat(times)).pieces.length
  }
  expect(stepsFor(1_000)).toBeLessThanOrEqual(10 * stepsFor(100))
})
