import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { deployments } from '../../infra/deployments.ts'
import { resourcesOf, synthesise } from './synthesise.ts'

/** Types that keep what they are given, each with the property that names the key which encrypts it. */
const keyOf: Readonly<Record<string, (properties: never) => Value | undefined>> = {
  'AWS::DynamoDB::GlobalTable': ({ Replicas: [replica] }: { Replicas: { SSESpecification: { KMSMasterKeyId: Value } }[] }) =>
    replica?.SSESpecification.KMSMasterKeyId,
  'AWS::Events::EventBus': ({ KmsKeyIdentifier }: { KmsKeyIdentifier?: Value }) => KmsKeyIdentifier,
  'AWS::Logs::LogGroup': ({ KmsKeyId }: { KmsKeyId?: Value }) => KmsKeyId,
  'AWS::SecretsManager::Secret': ({ KmsKeyId }: { KmsKeyId?: Value }) => KmsKeyId,
  'AWS::SNS::Topic': ({ KmsMasterKeyId }: { KmsMasterKeyId?: Value }) => KmsMasterKeyId,
  'AWS::SQS::Queue': ({ KmsMasterKeyId }: { KmsMasterKeyId?: Value }) => KmsMasterKeyId,
}

/** Types that keep nothing that anybody says to Heliograph: settings, rights, and what only passes through. */
const keepsNothing = [
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard', // reads figures and keeps none
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Url',
  'AWS::Logs::SubscriptionFilter',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::StepFunctions::StateMachine', // ids and decisions only
  'Custom::AWS',
]

const typesIn = (template: Template): readonly string[] => {
  const resources: Readonly<Record<string, { readonly Type: string }>> = template.toJSON().Resources
  return [...new Set(Object.values(resources).map(({ Type }) => Type))]
}

const named = <Properties>(template: Template, type: string) =>
  Object.entries(resourcesOf<Properties>(template, type)).map(([Ref, { Properties }]) => ({ name: said({ Ref }), Properties }))

describe.each(['production', 'local'] as const)('what %s keeps', (deployment) => {
  const template = synthesise({ deployment })
  const days = deployments[deployment].retentionDays

  it('is of types that somebody has looked at', () => {
    expect(typesIn(template).filter((type) => !(type in keyOf) && !keepsNothing.includes(type))).toEqual([])
  })

  it.each(Object.entries(keyOf))(
    'is encrypted with the customer key, but for what is kept where that fails: every %s',
    (type, readKey) => {
      for (const { name, Properties } of named<never>(template, type)) {
        const key = readKey(Properties)
        // What the bus could not encrypt is kept because that key fails: under SQS's own.
        expect([name, key && said(key)]).toEqual([name, name === 'EventsNotEncryptedQueue' ? undefined : 'CustomerKey'])
      }
    },
  )

  it('goes in a stated time: every log', () => {
    const logs = resourcesOf<{ readonly RetentionInDays?: number }>(template, 'AWS::Logs::LogGroup')
    for (const { Properties } of Object.values(logs)) expect(Properties.RetentionInDays).toBe(days.logs)
  })

  it('goes in a stated time: an event in four days, what nobody could handle in fourteen', () => {
    const queues = named<{ readonly MessageRetentionPeriod?: number }>(template, 'AWS::SQS::Queue')
    for (const { name, Properties } of queues)
      expect([name, Properties.MessageRetentionPeriod]).toEqual([
        name,
        (/^(Requests|Interventions|Permissions)Queue$/.test(name) ? 4 : 14) * 86_400,
      ])
  })

  it('goes in a stated time: every item of the table, by an attribute of its own', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    })
  })

  it('is not kept a second time by traces', () => {
    const traced = Object.values<object>(template.toJSON().Resources).filter((resource) =>
      JSON.stringify(resource).includes('Tracing'),
    )
    expect(traced).toEqual([])
  })

  it('tells no function a secret by its environment', () => {
    const functions = resourcesOf<{ readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> } }>(
      template,
      'AWS::Lambda::Function',
    )
    const values = Object.values(functions).flatMap(({ Properties }) => Object.values(Properties.Environment?.Variables ?? {}))
    expect(values.length).toBeGreaterThan(30)
    expect(JSON.stringify(values)).not.toContain('{{resolve:')
  })
})
