import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { functionsOf, resourcesOf, synthesise } from './synthesise.ts'

interface Alarm {
  readonly MetricName: string
  readonly Namespace: string
  readonly Dimensions: readonly { readonly Name: string; readonly Value: Value }[]
  readonly AlarmActions?: readonly Value[]
  readonly Threshold: number
  readonly TreatMissingData: string
}
interface Statement {
  readonly Effect: string
  readonly Action: string
  readonly Principal: unknown
  readonly Condition?: unknown
}

const alarmsOf = (template: Template) =>
  Object.values(resourcesOf<Alarm>(template, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties)

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

  it('all call the same topic, and take silence for a good sign', () => {
    const alarms = alarmsOf(template)
    for (const { AlarmActions, TreatMissingData } of alarms) {
      expect(AlarmActions?.map(said)).toEqual(['AlarmsTopic'])
      expect(TreatMissingData).toBe('notBreaching')
    }
  })

  it('call an operator by the first message in a queue of what nobody could handle', () => {
    const queues = Object.entries(resourcesOf<{ readonly RedrivePolicy?: object }>(template, 'AWS::SQS::Queue'))
    const deadEnds = queues
      .filter(([, { Properties }]) => !Properties.RedrivePolicy)
      .map(([logicalId]) => said({ Ref: logicalId }))
    const watched = alarmsOf(template).filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
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
      const watched = alarmsOf(template).filter(({ Dimensions }) =>
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

  it('watch the errors of every function, since what is expected is none', () => {
    const watched = alarmsOf(template).filter(
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
    const found = alarmsOf(template).filter(({ Namespace, MetricName }) => Namespace === namespace && MetricName === metric)
    expect(found.flatMap(({ Dimensions }) => Dimensions.map(({ Name, Value }) => [Name, said(Value)]))).toEqual(
      values.map((value) => [name, value]),
    )
    for (const { Threshold } of found) expect(Threshold).toBe(1)
  })

  it.each([
    ...['request', 'content', 'account', 'unclassified'].map((name) => ['NeedsAttention', 'class', name, 1] as const),
    ['Rejected', 'reason', 'idempotency-conflict', 1],
    ['Rejected', 'reason', 'foreign-source', 1],
    ['CallbackRefused', 'reason', 'forged', 20],
    ['PermissionRejected', 'reason', 'foreign-source', 1],
    ['PermissionRejected', 'reason', 'stale', 1],
    ...(deployment === 'local' ? repliesRefused : []),
  ] as const)(
    'watch for what no retry mends, of this deployment alone: %s with %s %s, from %i on',
    (metric, name, value, most) => {
      const found = alarmsOf(template).filter(
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

  it('can reach the topic, though it is encrypted and has a policy of its own', () => {
    const [policy] = Object.values(
      resourcesOf<{ readonly PolicyDocument: { readonly Statement: readonly Statement[] } }>(template, 'AWS::SNS::TopicPolicy'),
    )
    const allowed = policy?.Properties.PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow')
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      }),
    ])
  })
})
