import { expect, it } from 'vitest'
import { said } from '../../docs/template-words.ts'
import { alarmsOf } from './alarm-of.ts'
import { synthesise } from './synthesise.ts'

const template = synthesise({
  deployment: 'production',
  'heliograph.parts.twilio': 'true',
  'heliograph.senders': '[{"senderId":"Heliograph"}]',
  'heliograph.carriers.verification': '["twilio","sns"]',
})
const alarms = alarmsOf(template)

it('every expression takes the ten metrics at most that an alarm may compare, of this deployment alone', () => {
  const queries = Object.values(alarms).flatMap(({ Metrics }) => (Metrics ? [Metrics] : []))
  expect(queries).toHaveLength(8)
  for (const metrics of queries) {
    const compared = metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : []))
    expect(compared.length).toBeLessThanOrEqual(10)
    for (const { Namespace, Dimensions = [] } of compared) {
      expect(Namespace).toBe('Heliograph')
      expect(Dimensions).toContainEqual({ Name: 'service', Value: 'Heliograph' })
    }
  }
})

it('one outage is one page: each sign of it is silent, and the alarm above them calls', () => {
  const composites = template.findResources('AWS::CloudWatch::CompositeAlarm')
  const rules = Object.values(composites).map(({ Properties }) => JSON.stringify(Properties.AlarmRule))
  const signs = Object.keys(alarms).filter((name) => rules.some((rule) => rule.includes(name)))
  expect(rules).toHaveLength(2)
  for (const name of [
    'CodesMissing',
    'SlowCodestwilio',
    'Failingsns',
    'NoReceiptssns',
    'Failedaccount',
    'Faults',
    'RequestsWait',
  ])
    expect(signs).toContain(`Alarms${name}`)
  for (const [name, { AlarmActions = [] }] of Object.entries(alarms)) {
    const called = AlarmActions.map(said)
    expect(called.length).toBe(signs.includes(name) ? 0 : 1)
  }
  for (const { Properties } of Object.values(composites)) expect(Properties.AlarmActions.map(said)).toEqual(['AlarmsPagesTopic'])
})

it('a letter that lies for days is a page of its own, and hides no later one: it is no sign of an outage', () => {
  const rules = Object.values(template.findResources('AWS::CloudWatch::CompositeAlarm')).map(({ Properties }) =>
    JSON.stringify(Properties.AlarmRule),
  )
  const letters = Object.entries(alarms).filter(([, { AlarmDescription }]) => AlarmDescription.endsWith('#dead-letters'))
  expect(letters).toHaveLength(10)
  for (const [name, { AlarmActions = [] }] of letters) {
    expect(rules.filter((rule) => rule.includes(`"${name}`))).toEqual([])
    expect(AlarmActions.map(said)).toEqual(['AlarmsPagesTopic'])
  }
})
