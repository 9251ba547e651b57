import { randomUUID } from 'node:crypto'
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam'
import type { Target } from '../../commands/target.ts'

/** The deployment as a further person calls it, who has keys of their own. */
export const anotherReviewer = async ({ client, outputs }: Target): Promise<Target> => {
  const iam = new IAMClient(client)
  const UserName = `reviewer-${randomUUID().slice(0, 8)}`
  await iam.send(new CreateUserCommand({ UserName }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }))
  const credentials = { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' }
  return { client: { ...client, credentials }, outputs }
}
