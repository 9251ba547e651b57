import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Config } from '../config.ts'

/** A figure of this deployment's own, as `runtime/emit.ts` writes it. */
export const ourMetric = (
  { stackName: service }: Pick<Config, 'stackName'>,
  metricName: string,
  dimensions: Readonly<Record<string, string>> = {},
): Metric => new Metric({ namespace: 'Heliograph', metricName, dimensionsMap: { service, ...dimensions }, statistic: 'Sum' })
