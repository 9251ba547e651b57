import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { StatusMetric } from '../../functions/publish/status-metric.ts'
import type { Config } from '../config.ts'

/** What other functions than `publish` count. */
type Refusals = 'PermissionRejected' | 'CallbackRefused' | 'ReplyRefused' | 'Swept'

/** A figure of this deployment's own, as `runtime/emit.ts` writes it; its sum, unless another statistic is asked for. */
export const ourMetric = (
  { stackName: service }: Pick<Config, 'stackName'>,
  metricName: StatusMetric['name'] | Refusals,
  dimensions: Readonly<Record<string, string>> = {},
  statistic = 'Sum',
): Metric => new Metric({ namespace: 'Heliograph', metricName, dimensionsMap: { service, ...dimensions }, statistic })
