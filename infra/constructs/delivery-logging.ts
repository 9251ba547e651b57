import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import { Construct } from 'constructs'
import { acknowledgeLogGroups, type DeliveryLogs, serviceTimeout } from './delivery-logs.ts'

/** Source: https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html */
const writing = (logs: readonly ILogGroup[]) =>
  new PolicyStatement({
    actions: [
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'logs:PutMetricFilter',
      'logs:PutRetentionPolicy',
    ],
    resources: logs.map(({ logGroupArn }) => logGroupArn),
  })

/**
 * Switches SNS's delivery logging on, for every success and failure. The setting holds for the whole account and Region, whoever
 * sends, and stays when the stack goes.
 */
export class DeliveryLogging extends Construct {
  constructor(scope: Construct, id: string, { logs, deploymentLog: logGroup }: DeliveryLogs) {
    super(scope, id)
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('sns.amazonaws.com'),
      inlinePolicies: { WriteDeliveryLogs: new PolicyDocument({ statements: [writing(Object.values(logs))] }) },
    })
    role.applyRemovalPolicy(RemovalPolicy.RETAIN) // the account's setting stays, and names it
    const attributes = { DeliveryStatusIAMRole: role.roleArn, DeliveryStatusSuccessSamplingRate: '100' }
    const onUpdate = {
      service: 'SNS',
      action: 'setSMSAttributes',
      parameters: { attributes },
      physicalResourceId: PhysicalResourceId.of('sms-attributes'),
    }
    const policy = AwsCustomResourcePolicy.fromStatements([
      new PolicyStatement({ actions: ['sns:SetSMSAttributes'], resources: ['*'] }),
      new PolicyStatement({ actions: ['iam:PassRole'], resources: [role.roleArn] }),
    ])
    const setting = new AwsCustomResource(this, 'Setting', {
      onUpdate,
      policy,
      installLatestAwsSdk: false,
      serviceTimeout,
      logGroup,
    })
    acknowledgeLogGroups(role, Object.values(logs))
    Validations.of(setting).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'SNS’s settings of an account are no resource of IAM, so the right to change them can only be written as `*`.',
    })
  }
}
