import { Stack } from 'aws-cdk-lib'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/** The one key for all that may hold personal data: table, queues, secrets and logs. */
export class CustomerKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const { region, partition, account } = Stack.of(this)
    this.key = new Key(this, 'Key', { enableKeyRotation: true, description: 'Heliograph: table, queues, secrets and logs' })
    const logs = new ServicePrincipal(`logs.${region}.amazonaws.com`, {
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` } },
    })
    this.key.grantEncryptDecrypt(logs)
    this.key.grant(logs, 'kms:DescribeKey')
    // Alarms reach an encrypted topic. AWS's own policy for that has no condition: CloudWatch passes none that could be asked for.
    this.key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'))
  }
}
