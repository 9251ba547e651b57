import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { type Document, listed, type Statement, whoIs } from '../../docs/policy-statements.ts'
import { said, type Value } from '../../docs/template-words.ts'
import { account, region, resourcesOf, synthesise } from './synthesise.ts'

interface Policy {
  readonly Roles: readonly Value[]
  readonly PolicyDocument: Document
}

interface Role {
  readonly Policies?: readonly { readonly PolicyDocument: Document }[]
}

/** What each role is allowed, in the order of its policies. */
const statementsByRole = (template: Template) => {
  const policies = Object.values(resourcesOf<Policy>(template, 'AWS::IAM::Policy'))
  const attached = policies.flatMap(({ Properties: { Roles, PolicyDocument } }) =>
    PolicyDocument.Statement.flatMap((statement) => Roles.map((role) => ({ role: said(role), statement }))),
  )
  const inline = Object.entries(resourcesOf<Role>(template, 'AWS::IAM::Role')).flatMap(([Ref, { Properties }]) =>
    (Properties.Policies ?? []).flatMap(({ PolicyDocument }) =>
      PolicyDocument.Statement.map((statement) => ({ role: said({ Ref }), statement })),
    ),
  )
  return [...attached, ...inline]
}

/** The partitions to which a right on the records is limited, e.g. " in CARRIERS" */
const partitionsOf = ({ Condition = {} }: Statement) => {
  const { 'ForAllValues:StringLike': named = {} } = Condition
  const keys = named['dynamodb:LeadingKeys']
  return keys === undefined ? '' : ` in ${listed(keys).map(said).join(' ')}`
}

/** "dynamodb:GetItem dynamodb:Query on RecordsTable" */
const inWords = (statement: Statement) => {
  const [actions, resources] = [[...listed(statement.Action)].sort(), listed(statement.Resource).map(said).sort()]
  const never = statement.Effect === 'Deny' ? 'never ' : ''
  return `${never}${actions.join(' ')} on ${resources.join(' ')}${partitionsOf(statement)}`
}

const rightsOf = (template: Template, role: string) =>
  statementsByRole(template).flatMap(({ role: whose, statement }) => (whose === role ? [inWords(statement)] : []))

/** The CDK's own function, which makes calls while the stack is deployed. */
const deployment = 'AWS679f53fac002430cb0da5b7982bd2287ServiceRole'

/** What a state machine needs to write its log. */
const deliveringLogs = [
  'CreateLogDelivery',
  'DeleteLogDelivery',
  'DescribeLogGroups',
  'DescribeResourcePolicies',
  'GetLogDelivery',
  'ListLogDeliveries',
  'PutResourcePolicy',
  'UpdateLogDelivery',
].map((action) => `logs:${action}`)

const reviewSteps = ['CheckTemplate', 'CloseReview', 'RequestReview'].map((step) => `TemplatesSteps${step}`)

const log = (name: string) => `logs:CreateLogStream logs:PutLogEvents on ${name}`
const key = 'kms:Decrypt kms:Encrypt kms:GenerateDataKey* kms:ReEncrypt* on CustomerKey'
const readSecret = (name: string) => `secretsmanager:DescribeSecret secretsmanager:GetSecretValue on ${name}`
const records = (...actions: string[]) => `${actions.map((action) => `dynamodb:${action}`).join(' ')} on RecordsTable`
const putOn = (queue: string) => `sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage on ${queue}`
const deliveryLog = `arn:aws:logs:${region}:${account}:log-group:sns/${region}/${account}/DirectPublishToPhoneNumber`

describe.each([
  ['production', 'Heliograph'],
  ['local', 'HeliographLocal'],
])('in %s', (name, stackName) => {
  const template = synthesise({ deployment: name })
  const workflow = `arn:aws:states:${region}:${account}:stateMachine:${stackName}-deliver-notification`
  const reviewing = `arn:aws:states:${region}:${account}:stateMachine:${stackName}-review-template`
  const settling = `states:SendTaskFailure states:SendTaskSuccess on ${workflow}`

  const replying: [string, string, string[]][] =
    name === 'local'
      ? [
          [
            'reply',
            'RepliesReplyRole',
            [
              log('RepliesReplyLog'),
              records('GetItem', 'PutItem', 'UpdateItem'),
              key,
              'events:PutEvents on EventsBus',
              readSecret('RecordsHashKey TwilioSecret'),
            ],
          ],
        ]
      : []

  it.each<[string, string, string[]]>([
    [
      'request',
      'RequestsRequestRole',
      [
        log('RequestsRequestLog'),
        records('ConditionCheckItem', 'GetItem', 'PutItem'),
        key,
        'events:PutEvents on EventsBus',
        `states:StartExecution on ${workflow}`,
        putOn('RequestsDeadLettersQueue'),
        readSecret('RecordsHashKey'),
        'sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage on RequestsQueue',
      ],
    ],
    [
      'intervene',
      'InterventionsInterveneRole',
      [
        log('InterventionsInterveneLog'),
        records('ConditionCheckItem', 'GetItem', 'PutItem', 'UpdateItem'),
        key,
        'events:PutEvents on EventsBus',
        putOn('InterventionsNotHeededQueue'),
        settling,
        'sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage on InterventionsQueue',
      ],
    ],
    [
      'permit',
      'PermissionsPermitRole',
      [
        log('PermissionsPermitLog'),
        records('GetItem', 'PutItem', 'UpdateItem'),
        key,
        'events:PutEvents on EventsBus',
        putOn('PermissionsUnreadQueue'),
        readSecret('RecordsHashKey'),
        'sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage on PermissionsQueue',
      ],
    ],
    ...replying,
    [
      'validate',
      'DeliveryStepsValidateRole',
      [log('DeliveryStepsValidateLog'), records('GetItem', 'UpdateItem'), key, readSecret('RecordsHashKey')],
    ],
    [
      'send',
      'DeliveryStepsSendRole',
      [
        log('DeliveryStepsSendLog'),
        'sns:Publish on *',
        'never sns:Publish on arn:*:sns:*:*:*',
        records('ConditionCheckItem', 'GetItem', 'PutItem', 'UpdateItem'),
        key,
        settling,
        readSecret(['RecordsHashKey', ...(name === 'local' ? ['TwilioSecret'] : [])].join(' ')),
      ],
    ],
    [
      'fall-back',
      'DeliveryStepsFallBackRole',
      [log('DeliveryStepsFallBackLog'), records('GetItem', 'PutItem', 'UpdateItem'), key, settling],
    ],
    [
      'close',
      'DeliveryStepsCloseRole',
      [
        log('DeliveryStepsCloseLog'),
        putOn('DeliveryStepsNotClosedQueue'),
        key,
        records('GetItem', 'PutItem', 'UpdateItem'),
        settling,
      ],
    ],
    [
      'receipt',
      'ReceiptsReceiptRole',
      [
        log('ReceiptsReceiptLog'),
        putOn('ReceiptsNotTakenQueue'),
        key,
        records('GetItem', 'PutItem', 'UpdateItem'),
        settling,
        ...(name === 'local' ? [readSecret('TwilioSecret')] : []),
      ],
    ],
    [
      'review',
      'TemplatesReviewRole',
      [
        log('TemplatesReviewLog'),
        records('GetItem', 'PutItem', 'Query', 'UpdateItem'),
        key,
        `states:SendTaskSuccess states:StartExecution on ${reviewing}`,
      ],
    ],
    [
      'check-template',
      'TemplatesStepsCheckTemplateRole',
      [log('TemplatesStepsCheckTemplateLog'), records('GetItem', 'UpdateItem'), key],
    ],
    [
      'request-review',
      'TemplatesStepsRequestReviewRole',
      [log('TemplatesStepsRequestReviewLog'), records('GetItem', 'UpdateItem'), key, `states:SendTaskSuccess on ${reviewing}`],
    ],
    [
      'close-review',
      'TemplatesStepsCloseReviewRole',
      [
        log('TemplatesStepsCloseReviewLog'),
        putOn('TemplatesStepsReviewNotClosedQueue'),
        key,
        records('GetItem', 'UpdateItem'),
        `states:SendTaskSuccess on ${reviewing}`,
      ],
    ],
    ['steer', 'SteeringSteerRole', [log('SteeringSteerLog'), `${records('GetItem', 'PutItem')} in CARRIERS`, key]],
    ['reveal', 'RevealsRevealRole', [log('RevealsRevealLog'), `${records('GetItem', 'PutItem')} in N#*`, key]],
    [
      'explain',
      'ExplanationsExplainRole',
      [log('ExplanationsExplainLog'), records('GetItem'), `${records('Query')} in CARRIERS`, key, readSecret('RecordsHashKey')],
    ],
    [
      'sweep',
      'SweepRole',
      [
        log('SweepLog'),
        records('GetItem', 'PutItem', 'UpdateItem'),
        'dynamodb:Query on RecordsTable/index/open-by-deadline',
        key,
        settling,
      ],
    ],
    [
      'republish',
      'StatusAgainRepublishRole',
      [
        log('StatusAgainRepublishLog'),
        'events:PutEvents on EventsBus',
        'sqs:DeleteMessage sqs:ReceiveMessage on StatusUnpublishedQueue',
        key,
        records('GetItem', 'PutItem', 'UpdateItem'),
        settling,
        'dynamodb:GetRecords dynamodb:GetShardIterator on RecordsTable.StreamArn',
      ],
    ],
    [
      'publish',
      'StatusPublishRole',
      [
        log('StatusPublishLog'),
        'events:PutEvents on EventsBus',
        putOn('StatusUnpublishedQueue'),
        'kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey* kms:ReEncrypt* on CustomerKey',
        records('GetItem', 'PutItem', 'UpdateItem'),
        settling,
        'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams on RecordsTable.StreamArn',
      ],
    ],
  ])('%s may do what it does and no more', (_function, role, rights) => {
    expect(rightsOf(template, role).sort()).toEqual([...rights].sort())
  })

  it('the workflow may invoke its four functions and write its log', () => {
    const steps = ['Close', 'FallBack', 'Send', 'Validate'].map((step) => `DeliverySteps${step}Function`)
    const invoked = [...steps, ...steps.map((step) => `${step}:*`)].sort()
    expect(rightsOf(template, 'DeliveryStateMachineRole')).toEqual([
      `lambda:InvokeFunction on ${invoked.join(' ')}`,
      `${deliveringLogs.join(' ')} on *`,
    ])
  })

  it('the review may invoke its three functions and write its log', () => {
    const steps = reviewSteps.map((step) => `${step}Function`)
    const invoked = [...steps, ...steps.map((step) => `${step}:*`)].sort()
    expect(rightsOf(template, 'TemplatesStateMachineRole')).toEqual([
      `lambda:InvokeFunction on ${invoked.join(' ')}`,
      `${deliveringLogs.join(' ')} on *`,
    ])
  })

  it('no other role has any right', () => {
    const known = ['RequestsRequest', ...['Validate', 'Send', 'FallBack', 'Close'].map((step) => `DeliverySteps${step}`)]
    const review = ['TemplatesReview', 'TemplatesStateMachine', ...reviewSteps]
    const ours = [
      ...known,
      ...review,
      'DeliveryStateMachine',
      'InterventionsIntervene',
      'PermissionsPermit',
      ...(name === 'local' ? ['RepliesReply'] : []),
      'ReceiptsReceipt',
      'ExplanationsExplain',
      'Sweep',
      'StatusPublish',
      'StatusAgainRepublish',
      'SteeringSteer',
      'RevealsReveal',
    ].map((role) => `${role}Role`)
    const others = name === 'production' ? [deployment, 'ReceiptsDeliveryLoggingRole'] : [deployment]
    expect(new Set(statementsByRole(template).map(({ role }) => role))).toEqual(new Set([...ours, ...others]))
  })

  /** Rights that AWS lets nobody write otherwise, and why. */
  const unlimited = {
    'DeliveryStepsSendRole sns:Publish': 'a phone number is no resource; topics are denied beside it',
    ...Object.fromEntries(
      ['DeliveryStateMachineRole', 'TemplatesStateMachineRole'].flatMap((role) =>
        deliveringLogs.map((action) => [`${role} ${action}`, 'a log delivery is no resource of IAM']),
      ),
    ),
    ...(name === 'production' && { [`${deployment} sns:SetSMSAttributes`]: 'the settings of an account are no resource' }),
  }

  it('a right on everything is one that AWS offers on nothing less', () => {
    const found = statementsByRole(template)
      .filter(({ statement }) => statement.Effect === 'Allow' && listed(statement.Resource).includes('*'))
      .flatMap(({ role, statement }) => listed(statement.Action).map((action) => `${role} ${action}`))
    expect(new Set(found)).toEqual(new Set(Object.keys(unlimited)))
  })

  it('nobody may do everything, but for the owner of the account with the key', () => {
    const documents = [
      ...Object.values(resourcesOf<{ readonly PolicyDocument: Document }>(template, 'AWS::IAM::Policy')),
      ...Object.values(resourcesOf<{ readonly PolicyDocument: Document }>(template, 'AWS::SQS::QueuePolicy')),
      ...Object.values(resourcesOf<{ readonly PolicyDocument: Document }>(template, 'AWS::SNS::TopicPolicy')),
    ].map(({ Properties }) => Properties.PolicyDocument)
    const keys = resourcesOf<{ readonly KeyPolicy: Document }>(template, 'AWS::KMS::Key')
    const statements = [...documents, ...Object.values(keys).map(({ Properties }) => Properties.KeyPolicy)].flatMap(
      ({ Statement }) => Statement.filter(({ Effect }) => Effect === 'Allow'),
    )
    expect(statements.length).toBeGreaterThan(20)
    const everything = statements.filter(({ Action }) => listed(Action).some((action) => /^(\*|\w+:\*)$/.test(action)))
    expect(everything).toEqual([
      { Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: `arn:aws:iam::${account}:root` } },
    ])
    expect(statements.filter(({ Principal }) => Principal === '*' || Principal?.AWS === '*')).toEqual([])
  })
})

describe('the customer key', () => {
  const template = synthesise({ deployment: 'production' })
  const [keyProperties] = Object.values(resourcesOf<{ readonly KeyPolicy: Document }>(template, 'AWS::KMS::Key'))

  it('is one, and turned every year', () => {
    template.resourceCountIs('AWS::KMS::Key', 1)
    template.hasResource('AWS::KMS::Key', { Properties: { EnableKeyRotation: true }, DeletionPolicy: 'Retain' })
  })

  it('serves its account, and the services of AWS that keep what is ours, each on a condition but CloudWatch, which passes none', () => {
    const rows = (keyProperties?.Properties.KeyPolicy.Statement ?? []).map(({ Principal, Action, Condition = {} }) => [
      whoIs(Principal),
      listed(Action).join(' '),
      Object.values(Condition)
        .flatMap((test) => Object.entries(test))
        .map(([name, value]) => `${name} ${listed(value).map(said).join(' ')}`)
        .join(),
    ])
    const root = `arn:aws:iam::${account}:root`
    const logs = `kms:EncryptionContext:aws:logs:arn arn:aws:logs:${region}:${account}:log-group:*`
    const bus = `arn:aws:events:${region}:${account}:event-bus/heliograph`
    const ofBus = [
      `aws:SourceAccount ${account}`,
      `aws:SourceArn ${bus}`,
      `kms:EncryptionContext:aws:events:event-bus:arn ${bus}`,
    ]
    const secrets = `kms:ViaService secretsmanager.${region}.amazonaws.com`
    expect(rows.sort()).toEqual([
      [
        'DeliveryStepsSendRole DeliveryStepsValidateRole ExplanationsExplainRole PermissionsPermitRole RequestsRequestRole',
        'kms:Decrypt',
        secrets,
      ],
      [root, 'kms:*', ''],
      [root, 'kms:CreateGrant kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey* kms:ReEncrypt*', secrets],
      ['cloudwatch.amazonaws.com', 'kms:Decrypt kms:Encrypt kms:GenerateDataKey* kms:ReEncrypt*', ''],
      ['events.amazonaws.com', 'kms:Decrypt kms:DescribeKey kms:GenerateDataKey', ofBus.join()],
      ['events.amazonaws.com', 'kms:Decrypt kms:Encrypt kms:GenerateDataKey* kms:ReEncrypt*', `aws:SourceAccount ${account}`],
      ['events.amazonaws.com', 'kms:DescribeKey', `aws:SourceAccount ${account}`],
      [`logs.${region}.amazonaws.com`, 'kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey* kms:ReEncrypt*', logs],
    ])
  })

  it('lets our functions decrypt, and neither the workflow nor a deployment', () => {
    const decrypting = statementsByRole(template).filter(({ statement }) => listed(statement.Action).includes('kms:Decrypt'))
    expect(decrypting.map(({ role }) => role).sort((a, b) => a.localeCompare(b))).toEqual([
      ...['Close', 'FallBack', 'Send', 'Validate'].map((step) => `DeliverySteps${step}Role`),
      ...[
        'ExplanationsExplainRole',
        'InterventionsInterveneRole',
        'PermissionsPermitRole',
        'ReceiptsReceiptRole',
        'RequestsRequestRole',
        'RevealsRevealRole',
        'StatusAgainRepublishRole',
        'StatusPublishRole',
        'SteeringSteerRole',
        'SweepRole',
      ],
      ...['TemplatesReviewRole', ...reviewSteps.map((step) => `${step}Role`)],
    ])
  })
})

describe('a deployment that switches SNS’s delivery logging on', () => {
  const template = synthesise({ deployment: 'production' })

  it('changes the two log groups and one setting, and passes one role', () => {
    const onLogs = [deliveryLog, `${deliveryLog}/Failure`].flatMap((group) =>
      ['CreateLogGroup', 'PutRetentionPolicy', 'AssociateKmsKey'].map((action) => `logs:${action} on ${group}:*`),
    )
    const setting = ['sns:SetSMSAttributes on *', 'iam:PassRole on ReceiptsDeliveryLoggingRole']
    expect(rightsOf(template, deployment).sort()).toEqual([...onLogs, ...setting].sort())
  })

  it('lets SNS write to the two log groups', () => {
    const actions = ['CreateLogGroup', 'CreateLogStream', 'PutLogEvents', 'PutMetricFilter', 'PutRetentionPolicy']
    expect(rightsOf(template, 'ReceiptsDeliveryLoggingRole')).toEqual([
      `${actions.map((action) => `logs:${action}`).join(' ')} on ${deliveryLog}/Failure:* ${deliveryLog}:*`,
    ])
  })

  it('leaves the role, with its rights, when the stack goes: the setting of the account stays and names it', () => {
    const roles = Object.entries(resourcesOf<Role>(template, 'AWS::IAM::Role'))
    const [role] = roles.filter(([Ref]) => said({ Ref }) === 'ReceiptsDeliveryLoggingRole').map(([, found]) => found)
    expect(role?.DeletionPolicy).toBe('Retain')
    expect(role?.Properties.Policies).toHaveLength(1)
  })
})
