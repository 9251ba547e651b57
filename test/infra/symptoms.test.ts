import { describe, expect, it } from 'vitest'
import { said } from '../../docs/template-words.ts'
import type { Attempt } from '../../functions/notification/attempt.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import { count, type StatusMetric } from '../../functions/publish/status-metric.ts'
import { statusMetrics } from '../../functions/publish/status-metrics.ts'
import { aNotification } from '../builders/a-notification.ts'
import { accepted, notSent, unknown } from '../builders/an-answer.ts'
import { anAttempt } from '../builders/an-attempt.ts'
import { atNoon } from '../builders/noon.ts'
import { type AlarmProperties, alarmsOf, rings } from './alarm-of.ts'
import { synthesise } from './synthesise.ts'

const template = synthesise({
  deployment: 'production',
  'heliograph.parts.twilio': 'true',
  'heliograph.senders': '[{"senderId":"Heliograph"}]',
  'heliograph.carriers.verification': '["twilio","sns"]',
})
const alarms = alarmsOf(template)
const alarmOf = (name: string): AlarmProperties => {
  const alarm = alarms[`Alarms${name}`]
  if (alarm === undefined) throw new Error(`there is no alarm ${name} among ${Object.keys(alarms).join(', ')}`)
  return alarm
}

/** What `publish` records of so many notifications, each from its request to what became of it. */
const recorded = (times: number, after: Partial<Notification>): StatusMetric[] =>
  Array.from({ length: times }, () => statusMetrics(undefined, aNotification({ kind: 'verification', ...after }))).flat()

const taken = anAttempt({ carrier: 'twilio', status: 'accepted', answer: accepted(), answeredAt: atNoon(1) })
const arrived: Attempt = { ...taken, status: 'delivered', deliveredAt: atNoon(4) }
const delivered: Partial<Notification> = { attempts: [arrived], outcome: 'delivered', reason: 'receipt' }
const silent: Partial<Notification> = { attempts: [{ ...taken, closed: true }], outcome: 'unknown', reason: 'no-receipt' }
const by = (attempt: Partial<Attempt>) => ({ attempts: [anAttempt({ carrier: 'twilio', ...attempt })] })
const raised = statusMetrics(
  aNotification({ kind: 'verification', ...silent }),
  aNotification({ kind: 'verification', ...delivered }),
)
const times = (n: number, metrics: readonly StatusMetric[]) => Array.from({ length: n }, () => metrics).flat()

describe.each<[string, string, StatusMetric[], string, StatusMetric[]]>([
  [
    'CodesMissing',
    'codes of which every tenth does not arrive',
    [...recorded(27, delivered), ...recorded(3, silent)],
    'codes of which one in twenty does not',
    [...recorded(57, delivered), ...recorded(3, silent)],
  ],
  [
    'CodesMissing',
    'codes that expire or cannot be delivered',
    [...recorded(18, delivered), ...recorded(1, { outcome: 'expired' }), ...recorded(1, { outcome: 'undeliverable' })],
    'so few codes that they say nothing',
    [...recorded(16, delivered), ...recorded(3, silent)],
  ],
  [
    'CodesMissing',
    'codes of which nobody knows',
    recorded(20, silent),
    'the same once their receipts came late',
    [...recorded(20, silent), ...times(20, raised)],
  ],
  [
    'CodesMissing',
    'codes that are lost',
    recorded(20, { outcome: 'unknown' }),
    'codes that nobody wanted sent',
    [...recorded(20, { outcome: 'suppressed' }), ...recorded(20, { outcome: 'cancelled' }), ...recorded(5, delivered)],
  ],
  [
    'Unknown',
    'texts of which every tenth is unknown',
    [...recorded(27, delivered), ...recorded(3, silent)],
    'marketing, of which nobody awaits a receipt',
    [...recorded(27, delivered), ...recorded(30, { ...silent, kind: 'marketing' })],
  ],
  [
    'Failingtwilio',
    'a carrier that refuses or does not answer every third',
    [
      ...recorded(20, by({ answer: accepted() })),
      ...recorded(5, by({ answer: notSent('route') })),
      ...recorded(5, by({ answer: unknown() })),
    ],
    'a carrier that says of people that they cannot be reached',
    [...recorded(20, by({ answer: accepted() })), ...recorded(20, by({ answer: notSent('recipient', 'landline') }))],
  ],
  [
    'Failingtwilio',
    'a carrier that is away',
    recorded(20, by({ answer: notSent('route') })),
    'another that is away',
    recorded(20, by({ carrier: 'sns', answer: notSent('route') })),
  ],
  [
    'NoReceiptstwilio',
    'texts that a carrier took, and no receipt at all',
    recorded(20, by(taken)),
    'the same with one receipt, be it a bad one',
    [...recorded(20, by(taken)), ...recorded(1, by({ ...taken, status: 'undelivered' }))],
  ],
  [
    'SlowCodestwilio',
    'codes that a carrier takes after 6 seconds',
    recorded(2, by({ ...taken, answeredAt: atNoon(6) })),
    'codes that it takes after 5',
    recorded(2, by({ ...taken, answeredAt: atNoon(5) })),
  ],
  [
    'PaymentsTwice',
    'one payment that was told twice',
    recorded(1, { kind: 'payment', attempts: [arrived, { ...arrived, number: 2 }] }),
    'an order that was',
    recorded(1, { kind: 'order', attempts: [arrived, { ...arrived, number: 2 }] }),
  ],
  [
    'Failedaccount',
    'one text that our account may not send',
    recorded(1, by({ answer: notSent('account') })),
    'one that its recipient does not want',
    recorded(1, by({ answer: notSent('recipient', 'opted-out') })),
  ],
  [
    'Failedcontent',
    'one text that is taken for spam',
    recorded(1, by({ answer: notSent('content', 'spam') })),
    'one for a phone that is off',
    recorded(1, by({ answer: notSent('absent') })),
  ],
  [
    'Failedrequest',
    'one request that a carrier calls invalid',
    recorded(1, by({ answer: notSent('request') })),
    'one that was throttled',
    recorded(1, by({ answer: notSent('throttled') })),
  ],
  [
    'Failedunclassified',
    'one reason that no table knows',
    recorded(1, by({ answer: notSent('unclassified') })),
    'one that it does',
    recorded(1, by({ answer: notSent('route') })),
  ],
  [
    'Faults',
    'one notification that ended by a fault',
    recorded(1, { outcome: 'unknown', reason: 'fault' }),
    'one that ended otherwise',
    recorded(1, { outcome: 'unknown', reason: 'no-receipt' }),
  ],
  ['Budget80', 'a budget of which 80 % is spent', [count('BudgetReached', { level: '80' })], 'none', []],
  [
    'Budget100',
    'a budget that is spent',
    [count('BudgetReached', { level: '100' })],
    'one that nearly is',
    [count('BudgetReached', { level: '80' })],
  ],
])('the alarm %s', (name, badly, bad, well, good) => {
  it(`is raised by ${badly}`, () => {
    expect(rings(alarmOf(name), bad)).toBe(true)
  })

  it(`is not raised, and goes back, by ${well}`, () => {
    expect(rings(alarmOf(name), good)).toBe(false)
    expect(rings(alarmOf(name), [])).toBe(false)
  })
})

it('every expression takes the ten metrics at most that an alarm may compare, of this deployment alone', () => {
  const queries = Object.values(alarms).flatMap(({ Metrics }) => (Metrics ? [Metrics] : []))
  expect(queries).toHaveLength(6)
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
