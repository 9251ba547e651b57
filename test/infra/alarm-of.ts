import { runInNewContext } from 'node:vm'
import type { Template } from 'aws-cdk-lib/assertions'
import { said, type Value } from '../../docs/template-words.ts'
import type { StatusMetric } from '../../functions/publish/status-metric.ts'
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

/** Of one series, the values of one period. */
const valuesOf = ({ MetricName, Dimensions = [] }: Named, recorded: readonly StatusMetric[]) =>
  recorded
    .filter(({ name, dimensions }) => name === MetricName && Object.keys(dimensions).length === Dimensions.length - 1)
    .filter(({ dimensions }) => Dimensions.every(({ Name, Value }) => Name === 'service' || dimensions[Name] === said(Value)))
    .map(({ value }) => value)

const statistics: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  p99: (values) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0,
}

const statistic = (name: string, values: readonly number[]) => {
  const of = statistics[name]
  if (of === undefined) throw new Error(`no test knows the statistic ${name}`)
  return values.length === 0 ? undefined : of(values)
}

/** The little of CloudWatch's metric math that our expressions use; numbers and signs are the same there as here. */
const metricMath = {
  FILL: (value: number | undefined, missing: number) => value ?? missing,
  IF: (is: boolean, value: number, otherwise: number) => (is ? value : otherwise),
}

const judged = (alarm: AlarmProperties, recorded: readonly StatusMetric[]): number | undefined => {
  const { Metrics, Statistic = alarm.ExtendedStatistic ?? 'none' } = alarm
  if (Metrics === undefined) return statistic(Statistic, valuesOf(alarm, recorded))
  const known = Metrics.flatMap(({ Id, MetricStat }) =>
    MetricStat ? [[Id, statistic(MetricStat.Stat, valuesOf(MetricStat.Metric, recorded))]] : [],
  )
  const expression = Metrics.find(({ Expression }) => Expression)?.Expression ?? ''
  return runInNewContext(expression.replaceAll(' AND ', ' && '), { ...metricMath, ...Object.fromEntries(known) })
}

/** Whether what was recorded in each of its periods raises the alarm, as CloudWatch would judge it. */
export const rings = (alarm: AlarmProperties, recorded: readonly StatusMetric[]): boolean => {
  const value = judged(alarm, recorded)
  if (value === undefined) return false // missing data are not breaching
  return alarm.ComparisonOperator === 'GreaterThanThreshold' ? value > alarm.Threshold : value >= alarm.Threshold
}
