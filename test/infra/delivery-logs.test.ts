import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { account, region, resourcesOf, synthesise } from './synthesise.ts'

const success = `sns/${region}/${account}/DirectPublishToPhoneNumber`
const failure = `${success}/Failure`

interface Call {
  readonly action: string
  readonly parameters: { readonly logGroupName?: string } & Readonly<Record<string, unknown>>
  readonly ignoreErrorCodesMatching?: string
}
interface CustomResource {
  readonly Create: Value
  readonly Update: Value
  readonly Delete?: Value
  readonly ServiceTimeout: string
}

const callersOf = (template: Template) =>
  Object.values(resourcesOf<CustomResource>(template, 'Custom::AWS')).map(({ Properties }) => Properties)

/** The calls to AWS by which a deployment makes what CloudFormation cannot. */
const callsOf = (template: Template): readonly Call[] => callersOf(template).map(({ Create }) => JSON.parse(said(Create)))

const groupsOf = (template: Template, action: string) =>
  callsOf(template).flatMap((call) => (call.action === action ? [call.parameters.logGroupName] : []))

describe.each([
  ['production', 30],
  ['local', 1],
])('the delivery logs of %s', (deployment, days) => {
  const template = synthesise({ deployment })

  it('are both read, whatever they say', () => {
    const filters = Object.values(
      resourcesOf<{ readonly DestinationArn: Value; readonly LogGroupName: string; readonly FilterPattern: string }>(
        template,
        'AWS::Logs::SubscriptionFilter',
      ),
    )
    expect(
      filters.map(({ Properties: { LogGroupName, FilterPattern, DestinationArn } }) => [
        LogGroupName,
        FilterPattern,
        said(DestinationArn),
      ]),
    ).toEqual([
      [success, '', 'ReceiptsReceiptFunction'],
      [failure, '', 'ReceiptsReceiptFunction'],
    ])
  })

  it('are made where they are missing', () => {
    expect(groupsOf(template, 'createLogGroup')).toEqual([success, failure])
    for (const { action, ignoreErrorCodesMatching } of callsOf(template))
      expect(ignoreErrorCodesMatching).toBe(action === 'createLogGroup' ? 'ResourceAlreadyExists' : undefined)
  })

  it('are kept for the days of every log', () => {
    expect(groupsOf(template, 'putRetentionPolicy')).toEqual([success, failure])
    for (const { action, parameters } of callsOf(template))
      if (action === 'putRetentionPolicy') expect(parameters.retentionInDays).toBe(days)
  })

  it('stay as they are when the stack goes, and make nobody wait for an hour', () => {
    for (const { Create, Update, Delete, ServiceTimeout } of callersOf(template)) {
      expect(Update).toEqual(Create)
      expect(Delete).toBeUndefined()
      expect(ServiceTimeout).toBe('300')
    }
  })
})

const settings = (template: Template) => callsOf(template).filter(({ action }) => action === 'setSMSAttributes')

it('are switched on for every success and failure, where the configuration says so', () => {
  expect(settings(synthesise({ deployment: 'production' }))).toEqual([
    expect.objectContaining({
      service: 'SNS',
      parameters: {
        attributes: { DeliveryStatusIAMRole: 'ReceiptsDeliveryLoggingRole', DeliveryStatusSuccessSamplingRate: '100' },
      },
    }),
  ])
})

it.each([{ deployment: 'local' }, { 'heliograph.parts.switchOnDeliveryLogging': 'false' }])(
  'are left to somebody else by %j',
  (context) => {
    expect(settings(synthesise(context))).toEqual([])
  },
)

it('are encrypted with the customer key, where the configuration says so', () => {
  const template = synthesise({ deployment: 'production' })
  expect(groupsOf(template, 'associateKmsKey')).toEqual([success, failure])
  for (const { action, parameters } of callsOf(template))
    if (action === 'associateKmsKey') expect(parameters.kmsKeyId).toBe('CustomerKey')
})

it.each([{ deployment: 'local' }, { 'heliograph.parts.encryptDeliveryLogs': 'false' }])('are not encrypted by %j', (context) => {
  expect(groupsOf(synthesise(context), 'associateKmsKey')).toEqual([])
})
