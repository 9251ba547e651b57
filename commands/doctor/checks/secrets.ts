import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { placeholderSid, TwilioAccount } from '../../../functions/carriers/twilio-account.ts'
import { HashKeys } from '../../../functions/notification/hash-keys.ts'
import { parseJson } from '../../../functions/notification/parse-json.ts'
import type { Target } from '../../target.ts'
import { type Check, type Finding, fault, fine } from '../finding.ts'

/** @param hashKeys as it lies in its secret @param twilio likewise; undefined where the deployment has no such account */
export const judgeSecrets = (hashKeys: string | undefined, twilio: { readonly secret: string } | undefined): Finding => {
  if (!HashKeys.safeParse(parseJson(hashKeys ?? '')).success)
    return fault(
      'The key of the hashes cannot be read: no request is taken.',
      'Put the value back that its secret had (AWSPREVIOUS); docs/rotating-secrets.md has the form.',
    )
  if (twilio === undefined) return fine('The key of the hashes can be read.')
  const account = TwilioAccount.safeParse(parseJson(twilio.secret))
  if (!account.success || account.data.accountSid === placeholderSid)
    return fault(
      'The secret of the Twilio account does not hold one: every text by twilio is refused, and no callback believed.',
      'Put { "accountSid": "AC…", "authToken": "…" } into the secret of output TwilioAccountArn.',
    )
  return fine('The key of the hashes and the Twilio account can be read.')
}

const readSecret = async ({ client }: Target, SecretId: string): Promise<string> =>
  (await new SecretsManagerClient(client).send(new GetSecretValueCommand({ SecretId }))).SecretString ?? ''

export const secrets: Check = {
  name: 'secrets',
  look: async (target) => {
    const { HashKeyArn, TwilioAccountArn } = target.outputs
    const twilio = TwilioAccountArn === undefined ? undefined : { secret: await readSecret(target, TwilioAccountArn) }
    return judgeSecrets(await readSecret(target, HashKeyArn), twilio)
  },
}
