import type { StatusMetric } from '../../../functions/publish/status-metric.ts'

/** One value of a series, as CloudWatch has it. */
export interface Recorded {
  readonly namespace: string
  readonly name: string
  readonly value: number
  readonly dimensions: Readonly<Record<string, string>>
}

export interface Timed extends Recorded {
  readonly minute: number
}

/** What raises an alarm, and what is like it and does not. */
export interface AlarmCase {
  /** The alarm's id in the stack. */
  readonly alarm: string
  readonly raisedBy: string
  readonly bad: readonly Recorded[]
  readonly notBy: string
  readonly good: readonly Recorded[]
}

export const service = 'Heliograph'

type Figure = Pick<StatusMetric, 'value' | 'dimensions'> & { readonly name: string }

/** Our own figures, as `runtime/emit.ts` writes them: with the deployment's name. */
export const asOurs = (figures: readonly Figure[]): Recorded[] =>
  figures.map(({ name, value, dimensions }) => ({
    namespace: 'Heliograph',
    name,
    value,
    dimensions: { service, ...dimensions },
  }))
