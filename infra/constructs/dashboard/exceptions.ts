import { GraphWidget, type IWidget, SearchExpression } from 'aws-cdk-lib/aws-cloudwatch'
import { attentionClasses } from '../../../functions/notification/failure.ts'
import { carriersIn } from '../../../functions/steering/carriers-now.ts'
import type { Config } from '../../config.ts'
import { ourMetric } from '../our-metric.ts'

const width = 8

/** A search, since a code is a series of its own from its first refusal on. */
const rejectedByCode = ({ stackName }: Config) =>
  new SearchExpression({
    expression: `SEARCH('{Heliograph,code,service} MetricName="Rejected" service="${stackName}"', 'Sum')`,
    label: `\${PROP('Dim.code')}`,
  })

const secondsToAccept = (config: Config, statistic: 'p50' | 'p99') =>
  carriersIn(config.carriers, ['verification']).map((carrier) =>
    ourMetric(config, 'SecondsToAccept', { kind: 'verification', carrier }, statistic).with({
      label: `${carrier}, ${statistic}`,
    }),
  )

/** What is out of the ordinary: codes that wait, requests that were refused, and texts that only a person can mend. */
export const exceptionRow = (config: Config): IWidget[] => [
  new GraphWidget({
    title: 'Codes: seconds until a carrier took them',
    left: [...secondsToAccept(config, 'p50'), ...secondsToAccept(config, 'p99')],
    width,
  }),
  new GraphWidget({ title: 'Rejected, by code', left: [rejectedByCode(config)], stacked: true, width }),
  new GraphWidget({
    title: 'A person has to mend it, by class',
    left: attentionClasses.map((name) => ourMetric(config, 'NeedsAttention', { class: name }).with({ label: name })),
    stacked: true,
    width,
  }),
]
