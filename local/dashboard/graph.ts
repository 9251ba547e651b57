import type { Widget } from './body.ts'
import type { Series } from './series.ts'
import { colours, type Frame, legend, text } from './svg.ts'

type Point = number | undefined
type Mark = NonNullable<Widget['properties']['annotations']>['horizontal'][number]

const isShown = ({ points }: Series) => points.some((point) => point !== undefined && point !== 0)

/** Each on top of those before it. */
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

/** Nothing happened; or it is a figure of AWS's own, of which the emulator has next to none, or a search. */
const whyEmpty = ({ metrics }: Widget['properties']) =>
  metrics.every(({ namespace }) => namespace !== 'Heliograph') ? 'no data on this machine' : 'nothing'

const path = (points: readonly Point[], x: (at: number) => number, y: (value: number) => number) =>
  points
    .map((point, at) => {
      if (point === undefined) return ''
      return `${points[at - 1] === undefined ? 'M' : 'L'}${x(at).toFixed(1)} ${y(point).toFixed(1)}`
    })
    .join('')

/** Where a time and a value lie, and how far the lines between go. */
interface Scale {
  readonly x: (at: number) => number
  readonly y: (value: number) => number
  readonly left: number
  readonly width: number
  readonly most: number
}

const scaleOf = (most: number, times: number, frame: Frame): Scale => {
  const [left, top, width, height] = [frame.left + 40, frame.top + 34, frame.width - 52, frame.height - 86]
  const x = (at: number) => left + (width * at) / Math.max(1, times - 1)
  const y = (value: number) => top + height - (height * Math.max(0, value)) / most
  return { x, y, left, width, most }
}

const rule = ({ y, left, width }: Scale, value: number) =>
  `<path class="rule" d="M${left} ${y(value)}h${width}"/>${text(left - 6, y(value) + 4, String(value), 'scale')}`

const mark = ({ y, left, width }: Scale, { value, label, color }: Mark) =>
  `<path d="M${left} ${y(value)}h${width}" style="stroke:${color};stroke-dasharray:4 3"/>${text(left + width, y(value) + 14, label, 'mark')}`

/** White below its colour, so that what it lies on does not shine through. */
const area = ({ x, y }: Scale, { points }: Series, index: number) => {
  const at = (place: number) => x(Math.min(points.length - 1, Math.max(0, place - 1)))
  const d = path([0, ...points, 0], at, y)
  return `<path fill="#fff" d="${d}Z"/><path fill="${colours(index)}" fill-opacity="0.35" d="${d}Z"/>`
}

const line = ({ x, y }: Scale, { points }: Series, index: number) => {
  const dot = (point: Point, at: number) =>
    point === undefined ? '' : `<circle r="1.6" cx="${x(at).toFixed(1)}" cy="${y(point).toFixed(1)}" fill="${colours(index)}"/>`
  return [`<path class="line" style="stroke:${colours(index)}" d="${path(points, x, y)}"/>`, ...points.map(dot)].join('')
}

/** Lines over time, with what they are below. */
export const graph = ({ properties }: Widget, all: readonly Series[], frame: Frame): string => {
  const { stacked: isStacked, annotations, yAxis } = properties
  const series = all.filter(isShown)
  const lines = isStacked ? stacked(series) : series
  const highest = Math.max(1, ...lines.flatMap(({ points }) => points.map((point) => point ?? 0)))
  const most = yAxis?.left?.max ?? round(highest)
  const scale = scaleOf(most, all[0]?.points.length ?? 0, frame)
  const { left, top, width, height } = frame
  if (series.length === 0)
    return [
      ...[0, most].map((value) => rule(scale, value)),
      text(left + width / 2, top + height / 2, whyEmpty(properties), 'none'),
    ].join('\n')
  return [
    ...[0, most / 2, most].map((value) => rule(scale, value)),
    ...(annotations?.horizontal ?? []).map((one) => mark(scale, one)),
    ...(isStacked ? lines.map((one, index) => area(scale, one, index)).toReversed() : []),
    ...lines.map((one, index) => line(scale, one, index)),
    legend(
      series.map(({ label }) => label),
      { left: left + 12, top: top + height - 34, width: width - 24, height: 30 },
    ),
  ].join('\n')
}
