import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { Target } from '../commands/target.ts'
import { twilioAccount } from './carrier-network/twilio-account.ts'

/** Puts the carrier network's account where an operator puts a real one. */
export const giveTwilioAccount = async ({ client, outputs }: Target): Promise<void> => {
  const secret = { SecretId: outputs.TwilioAccountArn, SecretString: JSON.stringify(twilioAccount) }
  await new SecretsManagerClient(client).send(new PutSecretValueCommand(secret))
}
