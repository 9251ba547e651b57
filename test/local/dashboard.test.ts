import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { DashboardBody } from '../../local/dashboard/body.ts'
import { metricMath } from '../../local/dashboard/metric-math.ts'
import { picture } from '../../local/dashboard/picture.ts'
import { seriesOf } from '../../local/dashboard/series.ts'
import { statistic } from '../../local/dashboard/statistic.ts'
import { resourcesOf, synthesise } from '../infra/synthesise.ts'

describe('a statistic', () => {
  it.each([
    ['Sum', 10],
    ['SampleCount', 4],
    ['Average', 2.5],
    ['Minimum', 1],
    ['Maximum', 4],
    ['p50', 2],
    ['p99', 4],
    ['PR(:3)', 75],
  ])('%s of 4, 1, 3 and 2 is %d', (name, value) => {
    expect(statistic(name, [4, 1, 3, 2])).toBe(value)
  })

  it('of nothing is nothing, not none', () => {
    expect(statistic('Sum', [])).toBeUndefined()
  })
})

describe('metric math', () => {
  it.each([
    ['SUM([FILL(a, 0), FILL(b, 0)])', { a: 2 }, 2],
    ['IF(FILL(w0, 0) >= 20 AND FILL(p0, 0) < 1, 1, 0)', { w0: 20 }, 1],
    ['IF(FILL(n, 0) >= 20, FILL(m, 0), 0)', { n: 19, m: 60 }, 0],
    ['100 * a / (a + b)', { a: 1, b: 3 }, 25],
    ['100 * FILL(a, 0) / (FILL(a, 0) + FILL(b, 0))', {}, undefined],
    ['a / 2', {}, undefined],
  ])('%s with %o is %s', (expression, known, value) => {
    expect(metricMath(expression, { a: undefined, b: undefined, p0: undefined, ...known })).toBe(value)
  })
})

describe('a picture of the dashboard', () => {
  const [dashboard] = Object.values(
    resourcesOf<{ readonly DashboardBody: Value }>(synthesise({ deployment: 'local' }), 'AWS::CloudWatch::Dashboard'),
  )
  const { widgets } = DashboardBody.parse(JSON.parse(said(dashboard?.Properties.DashboardBody ?? '{}')))
  const range = { from: 0, to: 30_000, step: 10_000 }
  const drawn = async (points: (number | undefined)[]) => {
    const read = async () => points
    const shown = await Promise.all(widgets.map(async (widget) => ({ widget, series: await seriesOf(widget, range, read) })))
    return { shown, svg: picture('Local', 'a note', shown) }
  }

  it('has every widget, under its own title', async () => {
    const { svg } = await drawn([1, 2, undefined])
    expect(widgets.length).toBeGreaterThan(15)
    for (const { properties } of widgets) expect(svg).toContain(`>${properties.title}<`)
  })

  it('lies in docs/dashboard.svg, with every widget that there is: `take-picture.ts` draws it anew', () => {
    const drawnLast = readFileSync(join(import.meta.dirname, '../../docs/dashboard.svg'), 'utf8')
    for (const { properties } of widgets) expect(drawnLast).toContain(`>${properties.title}<`)
  })

  it('works expressions out at each time, also those over others', async () => {
    const { shown } = await drawn([1, 2, undefined])
    const cost = shown.find(({ widget }) => widget.properties.title === 'What does it cost?')
    const [kindsByCarriers, million] = [12, 1_000_000]
    expect(cost?.series).toEqual([
      { label: 'parts', points: [kindsByCarriers, 2 * kindsByCarriers, 0] },
      { label: 'US dollars', points: [kindsByCarriers / million, (2 * kindsByCarriers) / million, 0] },
    ])
  })

  it('draws a line only where there are figures', async () => {
    const { svg } = await drawn([undefined, undefined, undefined])
    expect(svg).not.toContain('class="line"')
    expect(svg).toContain('>no data on this machine<')
  })
})
