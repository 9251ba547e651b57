import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { metrics } from './metrics.ts'

interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: keyof Pick<typeof MetricUnit, 'Count' | 'Seconds'>
  readonly dimensions: Readonly<Record<string, string>>
}

/** Writes one figure at once, with dimensions of its own. */
export const emit = ({ name, value, unit, dimensions }: Figure): void => {
  const single = metrics.singleMetric()
  single.addDimensions({ ...dimensions })
  single.addMetric(name, MetricUnit[unit], value)
}
