import { GraphWidget, type IWidget, TableSummaryColumn, TableWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { kinds } from '../../../functions/notification/kinds.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import type { Config } from '../../config.ts'
import { ourMetric } from '../our-metric.ts'
import { sumOf } from './sum-of.ts'

const width = 6

/** What it comes to in the time that is looked at. */
const summary = { columns: [TableSummaryColumn.SUM], hideNonSummaryColumns: true }

/** What is asked for, what comes of it, and what was kept back. */
export const kindRow = (config: Config): IWidget[] => {
  const byKind = (name: 'Requested' | 'Held' | 'Duplicate') =>
    kinds.map((kind) => ourMetric(config, name, { kind }).with({ label: kind }))
  const ended = outcomes.map((outcome) =>
    sumOf(
      outcome,
      kinds.map((kind) => ourMetric(config, 'Ended', { kind, outcome })),
    ),
  )
  return [
    new GraphWidget({ title: 'Requested, by kind', left: byKind('Requested'), stacked: true, width }),
    new GraphWidget({ title: 'Held, by kind', left: byKind('Held'), stacked: true, width }),
    new TableWidget({ title: 'Ended, by outcome', metrics: ended, summary, width, height: 6 }),
    new GraphWidget({ title: 'Told twice, by kind', left: byKind('Duplicate'), width }),
  ]
}
