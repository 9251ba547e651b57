import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { deadEnds } from './dead-ends.ts'
import { synthesise } from './synthesise.ts'

/** queues.test.ts holds that they are there. */
const deadLetterOutputs = Object.keys(deadEnds).map((queue) => queue.replace(/Queue$/, 'Url'))

describe.each(['production', 'local'])('the records of %s', (deployment) => {
  const template = synthesise({ deployment })
  const key = { 'Fn::GetAtt': [Match.stringLikeRegexp('^CustomerKey'), 'Arn'] }

  it('lie in one table by partition and sort key, paid by use', () => {
    template.resourceCountIs('AWS::DynamoDB::GlobalTable', 1)
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
    })
  })

  it('are found by recipient and time, by deadline while they are open, and by suppression; no index tells more than it must', () => {
    const index = (IndexName: string, partition: string, sort: string, told: string) => ({
      IndexName,
      KeySchema: [
        { AttributeName: partition, KeyType: 'HASH' },
        { AttributeName: sort, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [told] },
    })
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      GlobalSecondaryIndexes: [
        index('by-recipient', 'recipientHash', 'requestedAt', 'notificationId'),
        index('open-by-deadline', 'openShard', 'openUntil', 'notificationId'),
        index('suppressed-by-time', 'suppressedShard', 'suppressedAt', 'suppressions'),
      ],
    })
  })

  it('are encrypted with the customer key, can be put back to any second, and forget in time', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      Replicas: [
        {
          Region: 'us-east-1',
          SSESpecification: { KMSMasterKeyId: key },
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    })
  })

  it('tell publish what changed from what', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    })
  })

  it.each(['AWS::DynamoDB::GlobalTable', 'AWS::SecretsManager::Secret', 'AWS::KMS::Key'])('outlive the stack: %s', (type) => {
    template.allResources(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
  })

  it('hold hashes made with a secret of their own, long, named, and encrypted with the customer key', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      KmsKeyId: key,
      GenerateSecretString: { SecretStringTemplate: '{"id":"1"}', GenerateStringKey: 'key', PasswordLength: 64 },
    })
  })

  it('have their names and their ways in told to a client', () => {
    const outputs = new Set(Object.keys(template.findOutputs('*')).filter((name) => !deadLetterOutputs.includes(name)))
    const ofTwilio = deployment === 'local' ? ['TwilioAccountArn', 'TwilioCallbackUrl', 'TwilioReplyUrl'] : []
    const arns = ['HashKeyArn', 'PageTopicArn', 'RequestQueueArn', 'ReviewWorkflowArn', 'WarningTopicArn', 'WorkflowArn']
    const functions = ['Close', 'CloseReview', 'Explain', 'Receipt', 'Sweep'].map((name) => `${name}FunctionName`)
    const ways = [...arns, ...functions, 'BusName', 'TableName', 'ReviewUrl', 'SteerUrl', 'RevealUrl']
    expect(outputs).toEqual(new Set([...ways, ...ofTwilio]))
  })
})
