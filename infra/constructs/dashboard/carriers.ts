import { GraphWidget, type IWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { failureClasses } from '../../../functions/notification/failure.ts'
import { kinds } from '../../../functions/notification/kinds.ts'
import { carriersIn } from '../../../functions/steering/carriers-now.ts'
import type { Config } from '../../config.ts'
import { ourMetric } from '../our-metric.ts'
import { sumOf } from './sum-of.ts'

const causes = [...failureClasses, 'silent', 'unknown'] as const

/** What one carrier does, beside the others. */
const columnOf = (carrier: string, config: Config, width: number): IWidget[][] => {
  const byKind = (name: 'Attempts' | 'Accepted' | 'Delivered', more: Record<string, string> = {}) =>
    kinds.map((kind) => ourMetric(config, name, { kind, carrier, ...more }))
  const failed = failureClasses.map((failureClass) =>
    sumOf(
      failureClass,
      kinds.map((kind) => ourMetric(config, 'Undelivered', { kind, carrier, class: failureClass })),
    ),
  )
  const delivered = sumOf(
    'delivered',
    ['network', 'handset', 'recipient'].flatMap((evidence) => byKind('Delivered', { evidence })),
  )
  const seconds = kinds.map((kind) => ourMetric(config, 'SecondsToReceipt', { kind, carrier }, 'p95').with({ label: kind }))
  const fellBack = causes.map((cause) => ourMetric(config, 'FellBack', { carrier, cause }).with({ label: cause }))
  return [
    [
      new GraphWidget({
        title: `${carrier}: attempts`,
        left: [sumOf('attempts', byKind('Attempts')), sumOf('accepted', byKind('Accepted')), delivered],
        width,
      }),
    ],
    [new GraphWidget({ title: `${carrier}: failed, by class`, left: failed, stacked: true, width })],
    [new GraphWidget({ title: `${carrier}: seconds to its receipt, p95, by kind`, left: seconds, width })],
    [new GraphWidget({ title: `${carrier}: fallen back from, by cause`, left: fellBack, stacked: true, width })],
  ]
}

/** A row for each question, in which the carriers stand side by side. */
export const carrierRows = (config: Config): IWidget[][] => {
  const carriers = carriersIn(config.carriers)
  const width = Math.min(12, Math.floor(24 / carriers.length))
  const columns = carriers.map((carrier) => columnOf(carrier, config, width))
  return columns[0]?.map((_, row) => columns.flatMap((column) => column[row] ?? [])) ?? []
}
