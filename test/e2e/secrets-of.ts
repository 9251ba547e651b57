import { GetSecretValueCommand, paginateListSecrets, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'
import type { ClientSettings } from '../../commands/target.ts'

const Values = z.record(z.string(), z.string())

/** Shorter ones are the names of keys, which stand in records. */
const shortest = 16

/** What the secrets of a deployment hold, e.g. an auth token. */
export const secretsOf = async (settings: ClientSettings): Promise<string[]> => {
  const client = new SecretsManagerClient(settings)
  const secrets: string[] = []
  for await (const { SecretList = [] } of paginateListSecrets({ client }, {}))
    for (const { ARN: SecretId } of SecretList) {
      const { SecretString = '{}' } = await client.send(new GetSecretValueCommand({ SecretId }))
      secrets.push(...Object.values(Values.parse(JSON.parse(SecretString))).filter(({ length }) => length >= shortest))
    }
  return secrets
}
