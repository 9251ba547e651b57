import { expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { KindOverrides } from '../../functions/notification/kind-overrides.ts'
import { kindsWith } from '../../functions/notification/kinds.ts'
import { functionFolders } from '../../infra/bundle.ts'
import { account, functionsOf, region, resourcesOf, synthesise } from './synthesise.ts'

const deployed = (['production', 'local'] as const).map((deployment) => ({ deployment, template: synthesise({ deployment }) }))
const everyFunction = deployed.flatMap(({ deployment, template }) =>
  functionsOf(template).map((step) => ({ deployment, template, step, folder: step.folder })),
)

it.each(deployed)('deploys every function that has an entry point, in $deployment', ({ deployment, template }) => {
  const ofTwilio = deployment === 'local' ? [] : ['reply']
  const folders = functionsOf(template).map(({ folder }) => folder)
  expect([...folders, ...ofTwilio].sort()).toEqual([...functionFolders].sort())
})

it.each(everyFunction)('runs $folder on Node 24 and arm64, in $deployment', ({ step }) => {
  expect(step).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' })
})

it.each(everyFunction)('names the stack in the log and the figures of $folder, in $deployment', ({ deployment, step }) => {
  const stackName = { production: 'Heliograph', local: 'HeliographLocal' }[deployment]
  expect(step.Environment.Variables).toMatchObject({ POWERTOOLS_SERVICE_NAME: stackName })
})

interface Role {
  readonly AssumeRolePolicyDocument: {
    readonly Statement: readonly { readonly Principal: { readonly Service: string } }[]
  }
  readonly ManagedPolicyArns?: readonly Value[]
}

it.each(deployed)('gives every function a role of its own, with no policy of somebody else’s, in $deployment', ({ template }) => {
  const roles = Object.entries(resourcesOf<Role>(template, 'AWS::IAM::Role'))
  const taken = functionsOf(template).map(({ Role }) => said(Role))
  expect(new Set(taken).size).toBe(taken.length)
  const theirs = roles.filter(([logicalId]) => taken.includes(said({ Ref: logicalId })))
  expect(theirs).toHaveLength(taken.length)
  for (const [, { Properties }] of theirs) {
    expect(Properties.AssumeRolePolicyDocument.Statement).toEqual([
      expect.objectContaining({ Principal: { Service: 'lambda.amazonaws.com' } }),
    ])
    expect(Properties.ManagedPolicyArns).toBeUndefined()
  }
})

interface LogGroup {
  readonly KmsKeyId?: Value
  readonly RetentionInDays?: number
}

it.each([
  ['production', 30],
  ['local', 1],
])('gives every function a log of its own, encrypted and kept for the days of %s', (deployment, days) => {
  const template = synthesise({ deployment })
  const groups = resourcesOf<LogGroup>(template, 'AWS::Logs::LogGroup')
  const byName = new Map(Object.entries(groups).map(([logicalId, group]) => [said({ Ref: logicalId }), group]))
  const taken = functionsOf(template).map(({ LoggingConfig }) => said(LoggingConfig.LogGroup))
  expect(new Set(taken).size).toBe(taken.length)
  for (const name of taken) {
    const { Properties, DeletionPolicy } = byName.get(name) ?? {}
    expect(Properties).toEqual({
      KmsKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^CustomerKey/), 'Arn'] },
      RetentionInDays: days,
    })
    expect(DeletionPolicy).toBe('Delete')
  }
})

/** A variable of a function that holds a number or JSON. */
const variable = (folder: string, name: string, template: (typeof deployed)[number]['template']): unknown =>
  JSON.parse(String(functionsOf(template).find((step) => step.folder === folder)?.Environment.Variables[name]))

it.each(deployed)(
  'lets the call to a carrier end before its function, and the function before every wait, in $deployment',
  ({ template }) => {
    const callSeconds = Number(variable('send', 'CARRIER_TIMEOUT_MS', template)) / 1000
    const functionSeconds = functionsOf(template).find(({ folder }) => folder === 'send')?.Timeout
    const waits = [
      variable('validate', 'SHORTEST_WAIT', template),
      ...Object.values(variable('validate', 'RECEIPT_SECONDS', template) as object),
      ...Object.values(kindsWith(KindOverrides.parse(variable('validate', 'KINDS', template)))).map(
        ({ receiptWaitSeconds }) => receiptWaitSeconds,
      ),
    ]
    expect(callSeconds).toBeGreaterThan(0)
    expect(functionSeconds).toBeGreaterThan(callSeconds)
    for (const wait of waits) expect(wait).toBeGreaterThan(Number(functionSeconds))
  },
)

it.each(deployed)('leaves time to keep the carrier’s answer, however late the call begins, in $deployment', ({ template }) => {
  const mostMsBeforeCall = Number(variable('send', 'MOST_MS_BEFORE_CALL', template))
  const callMs = Number(variable('send', 'CARRIER_TIMEOUT_MS', template))
  const functionMs = Number(functionsOf(template).find(({ folder }) => folder === 'send')?.Timeout) * 1000
  expect(mostMsBeforeCall).toBeGreaterThan(0)
  expect(functionMs - mostMsBeforeCall - callMs).toBe(2_000)
})

it.each([
  ['receipt', 'ReceiptsNotTakenQueue'],
  ['close', 'DeliveryStepsNotClosedQueue'],
  ['close-review', 'TemplatesStepsReviewNotClosedQueue'],
])('keeps the asynchronous calls of %s that failed', (folder, queue) => {
  for (const { template } of deployed) {
    const [step] = functionsOf(template).filter((other) => other.folder === folder)
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: step?.logicalId },
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [expectedId(queue, template), 'Arn'] } } },
    })
  }
})

const expectedId = (name: string, template: (typeof deployed)[number]['template']) =>
  Object.keys(template.findResources('AWS::SQS::Queue')).find((logicalId) => said({ Ref: logicalId }) === name)

/** A public URL needs both rights. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
const byUrl = [
  ['*', 'ReceiptsReceiptFunction', 'asks the URL'],
  ['*', 'ReceiptsReceiptFunction', 'by the URL'],
  ['*', 'RepliesReplyFunction', 'asks the URL'],
  ['*', 'RepliesReplyFunction', 'by the URL'],
]

interface Permission {
  readonly Principal: string
  readonly FunctionName: Value
  readonly SourceArn?: Value
  readonly FunctionUrlAuthType?: string
  readonly InvokedViaFunctionUrl?: boolean
}

it.each(deployed)(
  'is called by nobody but the workflow, its queues, four rules, the two delivery logs and by a URL where there is one, in $deployment',
  ({ deployment, template }) => {
    const log = `arn:aws:logs:${region}:${account}:log-group:sns/${region}/${account}/DirectPublishToPhoneNumber`
    const permissions = Object.values(resourcesOf<Permission>(template, 'AWS::Lambda::Permission'))
    expect(
      permissions
        .map(({ Properties }) => {
          const { Principal, FunctionName, SourceArn, FunctionUrlAuthType, InvokedViaFunctionUrl } = Properties
          const byUrl = FunctionUrlAuthType ? 'asks the URL' : InvokedViaFunctionUrl ? 'by the URL' : 'anyhow'
          return [Principal, said(FunctionName), SourceArn ? said(SourceArn) : byUrl]
        })
        .sort(),
    ).toEqual([
      ...(deployment === 'local' ? byUrl : []),
      ['events.amazonaws.com', 'DeliveryStepsCloseFunction', 'ExecutionsEnded'],
      ['events.amazonaws.com', 'StatusAgainRepublishFunction', 'StatusAgainHourly'],
      ['events.amazonaws.com', 'SweepFunction', 'SweepDaily'],
      ['events.amazonaws.com', 'TemplatesStepsCloseReviewFunction', 'TemplatesEnded'],
      ['logs.amazonaws.com', 'ReceiptsReceiptFunction', `${log}/Failure:*`],
      ['logs.amazonaws.com', 'ReceiptsReceiptFunction', `${log}:*`],
    ])
  },
)

it.each(deployed)('lets a run that goes through a backlog end what it has begun, in $deployment', ({ template }) => {
  for (const folder of ['sweep', 'republish']) {
    const functionSeconds = functionsOf(template).find((step) => step.folder === folder)?.Timeout
    expect(Number(functionSeconds) - Number(variable(folder, 'RUN_SECONDS', template))).toBeGreaterThanOrEqual(60)
  }
})
