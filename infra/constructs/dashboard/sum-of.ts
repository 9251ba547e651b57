import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch'

/** All of them together; what nobody counted is none. */
export const sumOf = (label: string, metrics: readonly IMetric[]): MathExpression => {
  const named = metrics.map((metric, index) => [`${label.replaceAll(/[^a-z]/g, '')}${index}`, metric] as const)
  return new MathExpression({
    label,
    expression: `SUM([${named.map(([id]) => `FILL(${id}, 0)`).join(', ')}])`,
    usingMetrics: Object.fromEntries(named),
  })
}
