import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { metrics } from './metrics.ts'

interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: keyof Pick<typeof MetricUnit, 'Count' | 'Seconds'>
  readonly dimensions: Readonly<Record<string, string>>
}

/**
 * Writes one figure at once, with dimensions of its own.
 * @param notificationId stands in its line, so that an alarm leads to whom it is about; as a dimension it would be a series for each
 */
export const emit = ({ name, value, unit, dimensions }: Figure, notificationId?: string): void => {
  const single = metrics.singleMetric()
  if (notificationId !== undefined) single.addMetadata('notificationId', notificationId)
  single.addDimensions({ ...dimensions })
  single.addMetric(name, MetricUnit[unit], value)
}
