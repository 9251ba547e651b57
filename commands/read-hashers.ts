import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { type Hashers, HashKeys, hashersOf } from '../functions/notification/hash-keys.ts'
import { parseJson } from '../functions/notification/parse-json.ts'
import type { Target } from './target.ts'

/** The keys of the hashes, by which a deployment's records are found for a number. */
export const readHashers = async ({ client, outputs }: Target): Promise<Hashers> => {
  const secret = await new SecretsManagerClient(client).send(new GetSecretValueCommand({ SecretId: outputs.HashKeyArn }))
  return hashersOf(HashKeys.parse(parseJson(secret.SecretString ?? '')))
}
