import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { bubbleColumns, markParts } from '../commands/template/bubble.ts'
import { previewsOf } from '../commands/template/preview.ts'
import type { Preview } from '../commands/template/preview-of.ts'
import { previewFacts } from '../commands/template/show-preview.ts'
import { readSourceFile } from '../commands/template/source.ts'
import { wrap } from '../commands/wrap.ts'

const size = { column: 8.4, line: 22, fact: 18, pad: 14, gap: 20, width: 920 }
const bubbleWidth = bubbleColumns * size.column + 2 * size.pad

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A part's mark stands out from the text around it. */
const withMarks = (line: string) => escaped(line).replaceAll(/⟦\d+⟧/g, '<tspan class="mark">$&</tspan>')

interface Row {
  readonly svg: string
  readonly height: number
}

const row = (preview: Preview, top: number): Row => {
  const lines = wrap(markParts(preview.split), bubbleColumns)
  const facts = previewFacts(preview).map((fact) => stripVTControlCharacters(fact))
  const bubbleHeight = lines.length * size.line + 2 * size.pad
  const left = bubbleWidth + 2 * size.gap
  const text = lines.map(
    (line, at) => `<text x="${size.gap + size.pad}" y="${top + size.pad + 16 + at * size.line}">${withMarks(line)}</text>`,
  )
  const beside = facts.map(
    (fact, at) => `<text class="fact" x="${left}" y="${top + 30 + at * size.fact}">${escaped(fact)}</text>`,
  )
  const svg = [
    `<text class="locale" x="${size.gap}" y="${top - 8}">${escaped(preview.locale)}</text>`,
    `<rect x="${size.gap}" y="${top}" width="${bubbleWidth}" height="${bubbleHeight}" rx="16"/>`,
    ...text,
    ...beside,
  ].join('\n')
  return { svg, height: Math.max(bubbleHeight, 30 + facts.length * size.fact) + 2 * size.gap }
}

const style = `text { font: 14px ui-monospace, Menlo, Consolas, monospace; fill: #1c1c1e }
rect { fill: #e9e9eb }
.locale { font-weight: 600; fill: #6e6e73 }
.fact { font-size: 12px; fill: #3a3a3c }
.mark { fill: #c4320a; font-weight: 700 }`

/** Previews as a picture (SVG): each as a phone shows it, and beside it what it takes. */
export const previewPicture = (previews: readonly Preview[]): string => {
  let top = size.gap + 20
  const rows = previews.map((preview) => {
    const { svg, height } = row(preview, top)
    top += height
    return svg
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 ${size.width} ${top}" width="${size.width}" height="${top}">
<title>How a phone shows a template in each of its languages, and what that costs</title>
<style>${style}</style>
<rect width="100%" height="100%" style="fill: #ffffff"/>
${rows.join('\n')}
</svg>
`
}

/** What docs/templates.md shows. */
export const shippedPreview = async (): Promise<string> => {
  const { template } = await readSourceFile(join(import.meta.dirname, '../templates/order-shipped.yaml'))
  return previewPicture(previewsOf(template))
}
