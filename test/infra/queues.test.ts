import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { deadLetterQueues } from '../../commands/dead-letter-queues.ts'
import type { Target } from '../../commands/target.ts'
import { said, type Value } from '../../docs/template-words.ts'
import { alarmsOf } from './alarm-of.ts'
import { deadEnds } from './dead-ends.ts'
import { functionsOf, resourcesOf, synthesise } from './synthesise.ts'

interface Queue {
  readonly KmsMasterKeyId?: Value
  readonly SqsManagedSseEnabled?: boolean
  readonly RedrivePolicy?: { readonly deadLetterTargetArn: Value; readonly maxReceiveCount: number }
  readonly VisibilityTimeout?: number
  readonly MessageRetentionPeriod: number
}
interface Mapping {
  readonly FunctionName: Value
  readonly EventSourceArn: Value
}
interface Statement {
  readonly Effect: string
  readonly Action: string
  readonly Principal: unknown
  readonly Condition?: unknown
}

const queuesOf = (template: Template) =>
  Object.entries(resourcesOf<Queue>(template, 'AWS::SQS::Queue')).map(([logicalId, { Properties }]) => ({
    name: said({ Ref: logicalId }),
    ...Properties,
  }))

/** What comes from the bus, and by whom it is taken. */
const live = ['InterventionsQueue', 'PermissionsQueue', 'RequestsQueue']
const taken = [
  ['RequestsQueue', 'request', 'RequestsRequestFunction'],
  ['InterventionsQueue', 'intervene', 'InterventionsInterveneFunction'],
  ['PermissionsQueue', 'permit', 'PermissionsPermitFunction'],
] as const

describe.each(['production', 'local'])('the queues of %s', (deployment) => {
  const template = synthesise({ deployment })

  it('are one for requests, one for interventions, one for permissions and, for each way to fail, one where the failure ends', () => {
    expect(
      queuesOf(template)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...Object.keys(deadEnds), ...live].sort())
  })

  it('are encrypted with the customer key, but for the one that is filled where that key fails', () => {
    for (const { name, KmsMasterKeyId, SqsManagedSseEnabled } of queuesOf(template))
      expect([name, KmsMasterKeyId && said(KmsMasterKeyId), SqsManagedSseEnabled]).toEqual(
        name === 'EventsNotEncryptedQueue' ? [name, undefined, true] : [name, 'CustomerKey', undefined],
      )
  })

  it('take nothing that was not encrypted on its way', () => {
    const policies = Object.values(
      resourcesOf<{ readonly Queues: readonly Value[]; readonly PolicyDocument: { readonly Statement: readonly Statement[] } }>(
        template,
        'AWS::SQS::QueuePolicy',
      ),
    )
    const refusing = policies.filter(({ Properties }) =>
      Properties.PolicyDocument.Statement.some(
        ({ Effect, Action, Condition }) =>
          Effect === 'Deny' && Action === 'sqs:*' && JSON.stringify(Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
      ),
    )
    expect(refusing.flatMap(({ Properties }) => Properties.Queues.map(said)).sort()).toEqual(
      queuesOf(template)
        .map(({ name }) => name)
        .sort(),
    )
  })

  it('have a dead-letter queue or are one, where what failed lies for the longest time that SQS offers', () => {
    for (const { name, RedrivePolicy, MessageRetentionPeriod } of queuesOf(template)) {
      const end = RedrivePolicy ? said(RedrivePolicy.deadLetterTargetArn) : name
      expect(deadEnds).toHaveProperty(end)
      if (end === name) expect(MessageRetentionPeriod).toBe(14 * 86_400)
    }
  })

  it('are each known to `heliograph redrive` where something ends, by an output of the stack', () => {
    const told = Object.entries(template.findOutputs('*')).map(([name, { Value }]) => [name, said(Value)])
    const outputs: Target['outputs'] = Object.fromEntries(told)
    expect(new Set(Object.values(deadLetterQueues({ outputs })))).toEqual(new Set(Object.keys(deadEnds)))
  })

  it('are each named there by the alarm that calls for what lies in them', () => {
    const told = Object.entries(template.findOutputs('*')).map(([name, { Value }]) => [name, said(Value)])
    const outputs: Target['outputs'] = Object.fromEntries(told)
    const alarms = alarmsOf(template)
    for (const [name, queue] of Object.entries(deadLetterQueues({ outputs }))) {
      const [dimension] = alarms[`Alarms${/\((\w+)\)$/.exec(name)?.[1]}`]?.Dimensions ?? []
      expect([name, dimension && said(dimension.Value)]).toEqual([name, `${queue}.QueueName`])
    }
  })

  it.each(taken)('%s gives an event back only when %s is surely over, and hands it over five times', (queue, takenBy) => {
    const [events] = queuesOf(template).filter(({ name }) => name === queue)
    const [step] = functionsOf(template).filter(({ folder }) => folder === takenBy)
    expect(events?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(step?.Timeout))
    expect(events?.RedrivePolicy?.maxReceiveCount).toBe(5)
  })

  const mappingOf = (source: string) =>
    Object.values(resourcesOf<Mapping>(template, 'AWS::Lambda::EventSourceMapping'))
      .map(({ Properties }) => Properties)
      .filter(({ EventSourceArn }) => said(EventSourceArn) === source)

  it.each(taken)('%s feeds %s, a capped number at once, of which only those come again that failed', (queue, _, step) => {
    expect(mappingOf(queue)).toEqual([
      {
        EventSourceArn: expect.anything(),
        FunctionName: expect.anything(),
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 20 },
      },
    ])
    expect(mappingOf(queue).map(({ FunctionName }) => said(FunctionName))).toEqual([step])
  })

  it('feed publish from the table: notifications, versions of templates and levels of budgets only, no poison record for ever, no record twice for its neighbour’s sake', () => {
    expect(mappingOf('RecordsTable.StreamArn')).toEqual([
      {
        EventSourceArn: expect.anything(),
        FunctionName: expect.anything(),
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 25,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 10,
        MaximumRecordAgeInSeconds: 43_200,
        FilterCriteria: {
          Filters: ['"NOTIFICATION"', '{"prefix":"V#"}', '{"prefix":"LEVEL#"}', '{"prefix":"DRAINS#"}'].map((sortKey) => ({
            Pattern: `{"dynamodb":{"Keys":{"SK":{"S":[${sortKey}]}}}}`,
          })),
        },
        DestinationConfig: {
          OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^StatusUnpublishedQueue/), 'Arn'] } },
        },
      },
    ])
    expect(mappingOf('RecordsTable.StreamArn').map(({ FunctionName }) => said(FunctionName))).toEqual(['StatusPublishFunction'])
  })
})
