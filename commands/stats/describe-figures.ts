import { bar } from '../plot.ts'
import { table } from '../table.ts'
import { type Dimension, fates } from './counted.ts'
import type { Figures } from './figures.ts'

const arrived = (share: number | undefined) => (share === undefined ? '-' : `${bar(share, 10)} ${Math.floor(share * 100)} %`)

const cells = ({ group, count, deliveredShare, secondsToDeliver, parts, usd }: Figures, by: readonly Dimension[]) => [
  ...by.map((dimension) => group[dimension] ?? '-'),
  String(count),
  arrived(deliveredShare),
  secondsToDeliver ? secondsToDeliver.median.toFixed(1) : '-',
  secondsToDeliver ? secondsToDeliver.p95.toFixed(1) : '-',
  String(parts),
  usd === undefined ? '-' : usd.toFixed(2),
]

const toldFates = ({ fates: told }: Figures): string =>
  fates
    .filter((fate) => told[fate] > 0)
    .map((fate) => `${told[fate]} ${fate}`)
    .join(', ')

/** Two lines a group, its figures and what became of how many, under a line that names the columns. */
export const describeFigures = (figures: readonly Figures[], by: readonly Dimension[]): string[] => {
  const head = [...by, 'all', 'arrived', 'p50 s', 'p95 s', 'parts', 'USD']
  const sides = head.map((name, column) => (column < by.length || name === 'arrived' ? 'left' : 'right'))
  const [names = '', ...lines] = table([head, ...figures.map((one) => cells(one, by))], sides)
  return [names, ...figures.flatMap((one, index) => [lines[index] ?? '', `  ${toldFates(one)}`])]
}
