import { Duration } from 'aws-cdk-lib'
import { GraphWidget, type IWidget, MathExpression, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { industryKinds, kinds } from '../../../functions/notification/kinds.ts'
import { carriersIn } from '../../../functions/steering/carriers-now.ts'
import type { Config } from '../../config.ts'
import { ourMetric } from '../our-metric.ts'
import { sumOf } from './sum-of.ts'

const percent = { min: 0, max: 100, label: '%', showUnits: false }

const outcomes = ['delivered', 'undeliverable', 'expired', 'unknown'] as const

/** Of what was to arrive and has an outcome, how much has arrived. */
const arrived = (config: Config, kind: string) => {
  const ended = (outcome: string) => ourMetric(config, 'Ended', { kind, outcome })
  return new MathExpression({
    label: kind,
    period: Duration.minutes(10),
    expression: `100 * FILL(${kind}0, 0) / (${outcomes.map((_, index) => `FILL(${kind}${index}, 0)`).join(' + ')})`,
    usingMetrics: Object.fromEntries(outcomes.map((outcome, index) => [`${kind}${index}`, ended(outcome)])),
  })
}

const codesWithin = (config: Config, seconds: number) =>
  carriersIn(config.carriers, ['verification']).map((carrier) =>
    ourMetric(config, 'SecondsToDeliver', { kind: 'verification', carrier }, `PR(:${seconds})`).with({
      label: `${carrier}, within ${seconds} s`,
    }),
  )

const arriving = (config: Config) =>
  new GraphWidget({
    title: 'Is it arriving? Of what ended, by kind',
    left: industryKinds.map((kind) => arrived(config, kind)),
    leftAnnotations: [{ value: 95, label: 'codes: a page below', color: '#d62728' }],
    leftYAxis: percent,
    width: 9,
  })

const fast = (config: Config) =>
  new GraphWidget({
    title: 'How fast? Codes from request to delivery',
    left: [...codesWithin(config, 10), ...codesWithin(config, 60)],
    leftYAxis: percent,
    width: 9,
  })

const cost = (config: Config) => {
  const all = (name: 'Parts' | 'MicroUsd') =>
    kinds.flatMap((kind) => carriersIn(config.carriers).map((carrier) => ourMetric(config, name, { kind, carrier })))
  const dollars = new MathExpression({
    label: 'US dollars',
    expression: 'm / 1000000',
    usingMetrics: { m: sumOf('micro-dollars', all('MicroUsd')) },
  })
  return new SingleValueWidget({
    title: 'What does it cost?',
    metrics: [sumOf('parts', all('Parts')), dollars],
    setPeriodToTimeRange: true,
    width: 6,
    height: 6,
  })
}

/** Is it arriving, how fast, and what does it cost? */
export const questions = (config: Config): IWidget[] => [arriving(config), fast(config), cost(config)]
