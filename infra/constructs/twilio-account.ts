import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { placeholderSid } from '../../functions/carriers/twilio-account.ts'

/**
 * The secret of the Twilio account: `{ "accountSid": "AC…", "authToken": "…" }`, and `formerAuthToken` while the token is
 * rotated. It is made with a value that Twilio refuses; the operator puts the real one in its place.
 */
export class TwilioAccount extends Construct {
  readonly secret: Secret

  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id)
    this.secret = new Secret(this, 'Secret', {
      description: 'Heliograph: Twilio account sid and auth token',
      encryptionKey: key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ accountSid: placeholderSid }),
        generateStringKey: 'authToken',
      },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Only Twilio makes its auth tokens; the former one counts on while an operator puts the new one in.',
    })
  }
}
