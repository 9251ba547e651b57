import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { alarmsOf } from './alarm-of.ts'
import { runbookSections } from './runbook-sections.ts'
import { functionsOf, resourcesOf, synthesise } from './synthesise.ts'

interface Statement {
  readonly Effect: string
  readonly Action: string
  readonly Principal: unknown
  readonly Condition?: unknown
}

/** Those on one metric; symptoms.test.ts has what is compared. */
const plainAlarmsOf = (template: Template) =>
  Object.values(alarmsOf(template)).map(({ Dimensions = [], ...alarm }) => ({ ...alarm, Dimensions }))

const sections = runbookSections()

interface Subscription {
  readonly TopicArn: Value
  readonly Protocol: string
  readonly Endpoint: string
}

/** Each of them but the first may be somebody's STOP. */
const repliesRefused = [
  ['ReplyRefused', 'reason', 'forged', 20],
  ['ReplyRefused', 'reason', 'misSigned', 1],
  ['ReplyRefused', 'reason', 'foreign', 1],
  ['ReplyRefused', 'reason', 'malformed', 1],
] as const

describe.each([
  ['production', 'Heliograph'],
  ['local', 'HeliographLocal'],
])('the alarms of %s', (deployment, stackName) => {
  const template = synthesise({ deployment })

  it('call by a page or by a warning, also when all is well again, and take silence for a good sign', () => {
    for (const { AlarmActions = [], OKActions = [], TreatMissingData } of plainAlarmsOf(template)) {
      expect(['AlarmsPagesTopic', 'AlarmsWarningsTopic', '']).toContain(AlarmActions.map(said).join(' and '))
      expect(OKActions).toEqual(AlarmActions)
      expect(TreatMissingData).toBe('notBreaching')
    }
  })

  it('name what happened and a section of the runbook that there is', () => {
    const composites = Object.values(template.findResources('AWS::CloudWatch::CompositeAlarm'))
    const descriptions = [
      ...plainAlarmsOf(template).map(({ AlarmDescription }) => AlarmDescription),
      ...composites.map(({ Properties }) => Properties.AlarmDescription),
    ]
    for (const description of descriptions) {
      const [, says, section] = /^(.+\.) What to do: docs\/operating\.md#([a-z0-9-]+)$/.exec(description) ?? []
      expect(says).toMatch(/^[A-Z]/)
      expect(sections).toContain(section)
    }
  })

  it('call an operator by the first message in a queue of what nobody could handle', () => {
    const queues = Object.entries(resourcesOf<{ readonly RedrivePolicy?: object }>(template, 'AWS::SQS::Queue'))
    const deadEnds = queues
      .filter(([, { Properties }]) => !Properties.RedrivePolicy)
      .map(([logicalId]) => said({ Ref: logicalId }))
    const watched = plainAlarmsOf(template).filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
    expect(deadEnds).toHaveLength(10)
    expect(watched.flatMap(({ Dimensions }) => Dimensions.map(({ Value }) => said(Value))).sort()).toEqual(
      deadEnds.map((name) => `${name}.QueueName`).sort(),
    )
    for (const alarm of watched)
      expect(alarm).toMatchObject({
        Namespace: 'AWS/SQS',
        Statistic: 'Maximum',
        Threshold: 1,
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      })
  })

  it.each(['RequestsQueue', 'InterventionsQueue', 'PermissionsQueue'])(
    'call an operator when events wait for five minutes in %s',
    (queue) => {
      const watched = plainAlarmsOf(template).filter(({ Dimensions }) =>
        Dimensions.some(({ Value }) => said(Value) === `${queue}.QueueName`),
      )
      expect(watched).toEqual([
        expect.objectContaining({
          MetricName: 'ApproximateAgeOfOldestMessage',
          Namespace: 'AWS/SQS',
          Statistic: 'Maximum',
          Threshold: 300,
        }),
      ])
    },
  )

  it('call an operator when changes are published five minutes late', () => {
    const watched = plainAlarmsOf(template).filter(({ MetricName }) => MetricName === 'IteratorAge')
    expect(watched).toEqual([expect.objectContaining({ Namespace: 'AWS/Lambda', Statistic: 'Maximum', Threshold: 300_000 })])
    expect(watched.flatMap(({ Dimensions }) => Dimensions.map(({ Value }) => said(Value)))).toEqual(['StatusPublishFunction'])
  })

  it('watch the errors of every function, since what is expected is none', () => {
    const watched = plainAlarmsOf(template).filter(
      ({ Namespace, MetricName }) => Namespace === 'AWS/Lambda' && MetricName === 'Errors',
    )
    expect(watched.flatMap(({ Dimensions }) => Dimensions.map(({ Value }) => said(Value))).sort()).toEqual(
      functionsOf(template)
        .map(({ logicalId }) => said({ Ref: logicalId }))
        .sort(),
    )
  })

  it.each([
    ['AWS/States', 'ExecutionsTimedOut', 'StateMachineArn', ['DeliveryStateMachine', 'TemplatesStateMachine']],
    ['AWS/States', 'ExecutionsAborted', 'StateMachineArn', ['DeliveryStateMachine', 'TemplatesStateMachine']],
    ['AWS/States', 'ExecutionsFailed', 'StateMachineArn', ['TemplatesStateMachine']],
    ['Heliograph', 'Fault', 'service', [stackName]],
    ['Heliograph', 'Swept', 'service', [stackName]],
  ])('watch for faults of the workflows: %s %s', (namespace, metric, name, values) => {
    const found = plainAlarmsOf(template).filter(({ Namespace, MetricName }) => Namespace === namespace && MetricName === metric)
    expect(found.flatMap(({ Dimensions }) => Dimensions.map(({ Name, Value }) => [Name, said(Value)]))).toEqual(
      values.map((value) => [name, value]),
    )
    for (const { Threshold } of found) expect(Threshold).toBe(1)
  })

  it.each([
    ...['request', 'content', 'account', 'unclassified'].map((name) => ['NeedsAttention', 'class', name, 1] as const),
    ['Rejected', 'code', 'idempotency-conflict', 1],
    ['Rejected', 'code', 'foreign-source', 1],
    ['CallbackRefused', 'reason', 'forged', 20],
    ['PermissionRejected', 'code', 'foreign-source', 1],
    ['PermissionRejected', 'code', 'stale', 1],
    ...(deployment === 'local' ? repliesRefused : []),
  ] as const)(
    'watch for what no retry mends, of this deployment alone: %s with %s %s, from %i on',
    (metric, name, value, most) => {
      const found = plainAlarmsOf(template).filter(
        ({ MetricName, Dimensions }) => MetricName === metric && Dimensions.some(({ Value }) => said(Value) === value),
      )
      expect(found).toEqual([
        expect.objectContaining({
          Namespace: 'Heliograph',
          Statistic: 'Sum',
          Threshold: most,
          Dimensions: [
            { Name: name, Value: value },
            { Name: 'service', Value: stackName },
          ],
        }),
      ])
    },
  )

  it.each(['AlarmsPages', 'AlarmsWarnings'])(
    'can reach the topic of %s, though it is encrypted and has a policy of its own',
    (name) => {
      const policies = resourcesOf<{ readonly PolicyDocument: { readonly Statement: readonly Statement[] } }>(
        template,
        'AWS::SNS::TopicPolicy',
      )
      const found = Object.entries(policies).filter(([logicalId]) => logicalId.startsWith(name))
      const allowed = found.flatMap(([, { Properties }]) =>
        Properties.PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow'),
      )
      expect(allowed).toEqual([
        expect.objectContaining({
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        }),
      ])
    },
  )
})

it('whoever the configuration names is written to, of pages and of warnings each', () => {
  const template = synthesise({
    deployment: 'production',
    'heliograph.operators.pages': '["on-call@example.com"]',
    'heliograph.operators.warnings': '["team@example.com"]',
  })
  const written = Object.values(resourcesOf<Subscription>(template, 'AWS::SNS::Subscription')).map(({ Properties }) => [
    said(Properties.TopicArn),
    Properties.Protocol,
    Properties.Endpoint,
  ])
  expect(written).toEqual([
    ['AlarmsPagesTopic', 'email', 'on-call@example.com'],
    ['AlarmsWarningsTopic', 'email', 'team@example.com'],
  ])
})
