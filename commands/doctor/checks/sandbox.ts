import { GetSMSSandboxAccountStatusCommand, SNSClient } from '@aws-sdk/client-sns'
import { type Check, type Finding, fault, fine } from '../finding.ts'

export const judgeSandbox = (isInSandbox: boolean): Finding =>
  isInSandbox
    ? fault(
        'The account is in the SMS sandbox: only verified numbers are reached, and SNS accepts texts to all others.',
        'Ask to leave it: SNS console, Text messaging (SMS), Exit SMS sandbox.',
      )
    : fine('The account has left the SMS sandbox.')

export const sandbox: Check = {
  name: 'sandbox',
  look: async ({ client }) => {
    const { IsInSandbox } = await new SNSClient(client).send(new GetSMSSandboxAccountStatusCommand({}))
    return judgeSandbox(IsInSandbox === true)
  },
}
