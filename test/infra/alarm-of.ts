import type { Template } from 'aws-cdk-lib/assertions'
import { said, type Value } from '../../docs/template-words.ts'
import { metricMath } from '../../local/dashboard/metric-math.ts'
import { statistic } from '../../local/dashboard/statistic.ts'
import type { Recorded, Timed } from './alarm-cases/recorded.ts'
import { resourcesOf } from './synthesise.ts'

interface Dimension {
  readonly Name: string
  readonly Value: Value
}
interface Named {
  readonly Namespace: string
  readonly MetricName: string
  readonly Dimensions?: readonly Dimension[]
}
interface Query {
  readonly Id: string
  readonly Expression?: string
  readonly MetricStat?: { readonly Metric: Named; readonly Period: number; readonly Stat: string }
}

/** An alarm as CloudFormation gets it: on one metric, or on an expression over several. */
export interface AlarmProperties extends Named {
  readonly Metrics?: readonly Query[]
  readonly Statistic?: string
  readonly ExtendedStatistic?: string
  readonly AlarmActions?: readonly Value[]
  readonly OKActions?: readonly Value[]
  readonly AlarmDescription: string
  readonly Threshold: number
  readonly EvaluationPeriods: number
  readonly Period?: number
  readonly ComparisonOperator: string
  readonly TreatMissingData: string
}

export const alarmsOf = (template: Template): Readonly<Record<string, AlarmProperties>> =>
  Object.fromEntries(
    Object.entries(resourcesOf<AlarmProperties>(template, 'AWS::CloudWatch::Alarm')).map(([logicalId, { Properties }]) => [
      said({ Ref: logicalId }),
      Properties,
    ]),
  )

/** Of one series, the values of one period. A series has these dimensions, no more and no fewer. */
const valuesOf = ({ Namespace, MetricName, Dimensions = [] }: Named, recorded: readonly Recorded[]) =>
  recorded
    .filter(({ namespace, name }) => namespace === Namespace && name === MetricName)
    .filter(({ dimensions }) => Object.keys(dimensions).length === Dimensions.length)
    .filter(({ dimensions }) => Dimensions.every(({ Name, Value }) => dimensions[Name] === said(Value)))
    .map(({ value }) => value)

const comparisons: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
}

const judged = (alarm: AlarmProperties, recorded: readonly Recorded[]): number | undefined => {
  const { Metrics, Statistic = alarm.ExtendedStatistic ?? 'none' } = alarm
  if (Metrics === undefined) return statistic(Statistic, valuesOf(alarm, recorded))
  const known = Metrics.flatMap(({ Id, MetricStat }) =>
    MetricStat ? [[Id, statistic(MetricStat.Stat, valuesOf(MetricStat.Metric, recorded))]] : [],
  )
  const expression = Metrics.find(({ Expression }) => Expression)?.Expression ?? ''
  return metricMath(expression, Object.fromEntries(known))
}

/**
 * Whether what was recorded raises the alarm, as CloudWatch would judge it.
 * @param recorded in one of its periods
 * @param periods how many such periods there were in a row; as many as it asks for, where nothing is said
 */
export const rings = (alarm: AlarmProperties, recorded: readonly Recorded[], periods = alarm.EvaluationPeriods): boolean => {
  const value = judged(alarm, recorded)
  if (value === undefined) return alarm.TreatMissingData === 'breaching'
  const breaches = comparisons[alarm.ComparisonOperator]
  if (breaches === undefined) throw new Error(`no test knows the comparison ${alarm.ComparisonOperator}`)
  return breaches(value, alarm.Threshold) && periods >= alarm.EvaluationPeriods
}

/** How long one period of an alarm is; all that it compares must have the same. */
export const periodSeconds = ({ Period, Metrics = [] }: AlarmProperties): number => {
  const [seconds = Period ?? 0, ...others] = new Set(Metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Period] : [])))
  if (others.length > 0) throw new Error('an expression over metrics of different periods')
  return seconds
}

/** Whether the alarm rings at any minute: CloudWatch looks back from each minute anew, whatever the length of its periods. */
export const ringsMeanwhile = (alarm: AlarmProperties, history: readonly Timed[]): boolean => {
  const length = periodSeconds(alarm) / 60
  const breaches = (end: number) =>
    rings(
      alarm,
      history.filter(({ minute }) => minute > end - length && minute <= end),
    )
  const periods = Array.from({ length: alarm.EvaluationPeriods }, (_, back) => back * length)
  const last = Math.max(...history.map(({ minute }) => minute)) + length * alarm.EvaluationPeriods
  return Array.from({ length: last }, (_, minute) => minute).some((now) => periods.every((back) => breaches(now - back)))
}
