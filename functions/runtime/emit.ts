import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { metrics } from './metrics.ts'

interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: keyof Pick<typeof MetricUnit, 'Count' | 'Seconds'>
  readonly dimensions: Readonly<Record<string, string>>
}

/** What a figure tells of, as far as it may be told. */
interface Ids {
  readonly notificationId?: string
  readonly requestEventId?: string
}

/**
 * Writes one figure at once, with dimensions of its own.
 * @param ids stand in its line, so that an alarm leads to what it is about; as dimensions they would be a series for each
 */
export const emit = ({ name, value, unit, dimensions }: Figure, ids: Ids = {}): void => {
  const single = metrics.singleMetric()
  if (ids.notificationId !== undefined) single.addMetadata('notificationId', ids.notificationId)
  if (ids.requestEventId !== undefined) single.addMetadata('requestEventId', ids.requestEventId)
  single.addDimensions({ ...dimensions })
  single.addMetric(name, MetricUnit[unit], value)
}
