import type { Widget } from './body.ts'
import { graph } from './graph.ts'
import type { Series } from './series.ts'
import { type Frame, text } from './svg.ts'

/** A cell of CloudWatch's grid of 24. */
const cell = { width: 50, height: 36 }
const gap = 6
const topOfAll = 56

const style = `text { font: 11px ui-sans-serif, Helvetica, Arial, sans-serif; fill: #16191f }
.title { font-size: 12.5px; font-weight: 600 } .head { font-size: 20px; font-weight: 600 } .value { font-size: 26px; font-weight: 600 }
.scale, .mark { text-anchor: end; fill: #545b64 } .none { text-anchor: middle; fill: #8d959e } .note, .label { fill: #545b64 }
.panel { fill: #fff; stroke: #d5dbdb } .rule { stroke: #eaeded } .line { fill: none; stroke-width: 1.8 }`

const number = (value: number | undefined) =>
  value === undefined ? '–' : value.toLocaleString('en-US', { maximumFractionDigits: 2 })

/** Numbers side by side, each over what it is. */
const numbers = (series: readonly Series[], { left, top, width, height }: Frame) =>
  series.map(({ label, points: [value] }, index) => {
    const x = left + 16 + (index * (width - 16)) / series.length
    return text(x, top + height / 2 + 6, number(value), 'value') + text(x, top + height / 2 + 26, label, 'label')
  })

const table = (series: readonly Series[], { left, top, width }: Frame) =>
  series.map(({ label, points: [value] }, index) => {
    const y = top + 44 + index * 19
    return text(left + 14, y, label, 'label') + text(left + width - 16, y, number(value), 'scale')
  })

/** A link shows its words alone. */
const plain = (markdown: string) => markdown.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1').replaceAll(/[*`]/g, '')

const wrapped = (words: string, letters: number) => words.match(new RegExp(`.{1,${letters}}(?:\\s|$)`, 'g')) ?? [words]

const inside = (widget: Widget, series: readonly Series[], frame: Frame): string[] => {
  const { view, markdown } = widget.properties
  if (widget.type === 'text')
    return wrapped(plain(markdown), 190).map((line, at) => text(frame.left + 12, frame.top + 22 + at * 17, line, 'note'))
  if (view === 'singleValue') return numbers(series, frame)
  return view === 'table' ? table(series, frame) : [graph(widget, series, frame)]
}

const panel = ({ widget, series }: Shown): string => {
  const { x, y, width, height, properties } = widget
  const frame = {
    left: x * cell.width + gap,
    top: topOfAll + y * cell.height + gap,
    width: width * cell.width - gap,
    height: height * cell.height - gap,
  }
  const { left, top } = frame
  return [
    `<rect class="panel" x="${left}" y="${top}" width="${frame.width}" height="${frame.height}" rx="4"/>`,
    text(left + 12, top + 20, properties.title, 'title'),
    ...inside(widget, series, frame),
  ].join('\n')
}

/** A widget, and what it shows. */
export interface Shown {
  readonly widget: Widget
  readonly series: readonly Series[]
}

/** A dashboard as a picture (SVG), laid out as CloudWatch lays it out. */
export const picture = (name: string, note: string, shown: readonly Shown[]): string => {
  const height = topOfAll + Math.max(...shown.map(({ widget: { y, height: tall } }) => y + tall)) * cell.height + 2 * gap
  const width = 24 * cell.width + 2 * gap
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>The dashboard of ${name}</title>
<style>${style}</style>
<rect width="100%" height="100%" fill="#f2f3f3"/>
${text(14, 28, name, 'head')}
${text(14, 47, note, 'note')}
${shown.map(panel).join('\n')}
</svg>
`
}
