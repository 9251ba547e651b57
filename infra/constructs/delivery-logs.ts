import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import { Construct, type IConstruct } from 'constructs'
import { inFinding } from '../in-finding.ts'
import type { Surroundings } from './lambda-step.ts'

/** How long a deployment waits for the answer of a call that takes seconds: CloudFormation's own patience is an hour. */
export const serviceTimeout = Duration.minutes(5)

/** Policies name a log group by its ARN with `:*` at the end, which cdk-nag takes for a wildcard. */
export const acknowledgeLogGroups = (scope: IConstruct, groups: readonly ILogGroup[]): void => {
  for (const { logGroupArn } of groups)
    Validations.of(scope).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${inFinding(scope, logGroupArn)}]`,
      reason: 'The `:*` belongs to the ARN of the one log group.',
    })
}

/**
 * The two log groups in which SNS tells what became of a text: one pair per account and Region, whoever made them. They are created
 * where they are missing, encrypted, kept for a stated time, and stay when the stack goes.
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html
 */
export class DeliveryLogs extends Construct {
  readonly logs: Readonly<Record<'success' | 'failure', ILogGroup>>
  /** The log of the CDK's own function, by which a deployment calls AWS. The first resource that names it decides. */
  readonly deploymentLog: ILogGroup

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    const { region, account } = Stack.of(this)
    this.deploymentLog = new LogGroup(this, 'DeploymentLog', {
      encryptionKey: surroundings.key,
      retention: surroundings.config.retentionDays.logs,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const name = `sns/${region}/${account}/DirectPublishToPhoneNumber`
    this.logs = {
      success: this.#ensured('Success', name, surroundings),
      failure: this.#ensured('Failure', `${name}/Failure`, surroundings),
    }
    const ofCdk = Stack.of(this).node.findChild(`AWS${AwsCustomResource.PROVIDER_FUNCTION_UUID.replaceAll('-', '')}`)
    Validations.of(ofCdk).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      reason:
        'The CDK’s own function, which works while the stack is deployed and sees no personal data; the policy lets it write its log.',
    })
  }

  #ensured(id: string, logGroupName: string, { key, config }: Surroundings): ILogGroup {
    const group = new Construct(this, id)
    const resource = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `${logGroupName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    const call = (action: string, parameters: object, ignoreErrorCodesMatching?: string) => {
      const onUpdate = {
        service: 'CloudWatchLogs',
        action,
        parameters: { logGroupName, ...parameters },
        physicalResourceId: PhysicalResourceId.of(`${logGroupName} ${action}`),
        ...(ignoreErrorCodesMatching && { ignoreErrorCodesMatching }),
      }
      const policy = AwsCustomResourcePolicy.fromSdkCalls({ resources: [resource] })
      const logGroup = this.deploymentLog
      return new AwsCustomResource(group, action, { onUpdate, policy, installLatestAwsSdk: false, serviceTimeout, logGroup })
    }
    const created = call('createLogGroup', {}, 'ResourceAlreadyExists')
    const kept = call('putRetentionPolicy', { retentionInDays: config.retentionDays.logs })
    kept.node.addDependency(created)
    if (config.parts.encryptDeliveryLogs) call('associateKmsKey', { kmsKeyId: key.keyArn }).node.addDependency(created)
    const log = LogGroup.fromLogGroupName(group, 'Log', logGroupName)
    acknowledgeLogGroups(group, [log])
    log.node.addDependency(created)
    return log
  }
}
