import { GetSMSAttributesCommand, SNSClient } from '@aws-sdk/client-sns'
import type { Target } from '../target.ts'

/** SNS's settings for texts, which are the account's and the Region's; one that nobody has set is not there. */
export type SmsAttributes = Readonly<Partial<Record<string, string>>>

export const readSmsAttributes = async ({ client }: Pick<Target, 'client'>): Promise<SmsAttributes> =>
  (await new SNSClient(client).send(new GetSMSAttributesCommand({}))).attributes ?? {}
