import type { Widget } from './body.ts'
import type { Series } from './series.ts'
import { colours, type Frame, legend, text } from './svg.ts'

type Point = number | undefined

const isShown = ({ points }: Series) => points.some((point) => point !== undefined && point !== 0)

/** Each on top of those before it; what is below none lies on none. */
const stacked = (series: readonly Series[]): Series[] => {
  const tops: number[] = []
  return series.map(({ label, points }) => ({
    label,
    points: points.map((point, at) => {
      tops[at] = (tops[at] ?? 0) + (point ?? 0)
      return tops[at]
    }),
  }))
}

/** The next of 1, 2, 5, 10, 20, … */
const round = (most: number) => {
  const power = 10 ** Math.floor(Math.log10(most))
  return power * ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10)
}

const path = (points: readonly Point[], x: (at: number) => number, y: (value: number) => number) =>
  points
    .map((point, at) => {
      if (point === undefined) return ''
      return `${points[at - 1] === undefined ? 'M' : 'L'}${x(at).toFixed(1)} ${y(point).toFixed(1)}`
    })
    .join('')

/** Lines over time, with what they are below. */
export const graph = ({ properties }: Widget, all: readonly Series[], { left, top, width, height }: Frame): string => {
  const series = all.filter(isShown)
  const lines = properties.stacked ? stacked(series) : series
  const marks = properties.annotations?.horizontal ?? []
  const most =
    properties.yAxis?.left?.max ?? round(Math.max(1, ...lines.flatMap(({ points }) => points.map((point) => point ?? 0))))
  const [x0, y0, w, h] = [left + 40, top + 34, width - 52, height - 86]
  const times = Math.max(2, all[0]?.points.length ?? 2)
  const x = (at: number) => x0 + (w * at) / (times - 1)
  const y = (value: number) => y0 + h - (h * Math.max(0, value)) / most
  const rule = (value: number) =>
    `<path class="rule" d="M${x0} ${y(value)}h${w}"/>${text(x0 - 6, y(value) + 4, String(value), 'scale')}`
  const mark = ({ value, label, color }: (typeof marks)[number]) =>
    `<path d="M${x0} ${y(value)}h${w}" style="stroke:${color};stroke-dasharray:4 3"/>${text(x0 + w, y(value) + 14, label, 'mark')}`
  if (series.length === 0) return [...[0, most].map(rule), text(x0 + w / 2, y0 + h / 2, 'nothing', 'none')].join('\n')
  return [
    ...[0, most / 2, most].map(rule),
    ...marks.map(mark),
    ...lines.map(({ points }, index) => `<path class="line" style="stroke:${colours(index)}" d="${path(points, x, y)}"/>`),
    ...lines.flatMap(({ points }, index) =>
      points.map((point, at) =>
        point === undefined
          ? ''
          : `<circle r="1.6" cx="${x(at).toFixed(1)}" cy="${y(point).toFixed(1)}" fill="${colours(index)}"/>`,
      ),
    ),
    legend(
      series.map(({ label }) => label),
      { left: left + 12, top: top + height - 34, width: width - 24, height: 30 },
    ),
  ].join('\n')
}
