import { paginateListOriginationNumbers, SNSClient } from '@aws-sdk/client-sns'
import { advice, type Check, type Finding, fine } from '../finding.ts'
import { readSmsAttributes, type SmsAttributes } from '../sms-attributes.ts'

/** Which countries want a registered sender is theirs to say, and changes: without any, somebody has to look. */
export const judgeSenders = (numbers: number, { DefaultSenderID }: SmsAttributes): Finding => {
  if (numbers === 0 && !DefaultSenderID)
    return advice(
      'The account has no number of its own and no default sender id; many countries (the US, too) want a registered one.',
      'See what each of your countries asks for in the console of AWS End User Messaging, and name the sender in `senders`.',
    )
  const id = DefaultSenderID ? `, default sender id ${DefaultSenderID}` : ''
  return fine(`The account has ${numbers} numbers of its own${id}.`)
}

export const senders: Check = {
  name: 'sender identities',
  look: async (target) => {
    let numbers = 0
    for await (const { PhoneNumbers = [] } of paginateListOriginationNumbers({ client: new SNSClient(target.client) }, {}))
      numbers += PhoneNumbers.length
    return judgeSenders(numbers, await readSmsAttributes(target))
  },
}
