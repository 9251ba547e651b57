import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Target } from '../commands/target.ts'
import type { Identities } from './make-identities.ts'

/** Writes a file that makes the AWS CLI, the CDK and our own command line speak as one of the identities: `AWS_CONFIG_FILE=… --profile author`. */
export const writeAwsConfig = async ({ client }: Target, identities: Identities, path: string): Promise<void> => {
  const profiles = Object.entries(identities).map(([name, { accessKeyId, secretAccessKey }]) =>
    [
      `[profile ${name}]`,
      `region = ${client.region}`,
      `endpoint_url = ${client.endpoint}`,
      `aws_access_key_id = ${accessKeyId}`,
      `aws_secret_access_key = ${secretAccessKey}`,
    ].join('\n'),
  )
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${profiles.join('\n\n')}\n`, { mode: 0o600 })
}
