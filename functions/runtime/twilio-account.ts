import { getSecret } from '@aws-lambda-powertools/parameters/secrets'
import { TwilioAccount } from '../carriers/twilio-account.ts'

/** Seconds that a function uses what it has read. */
const maxAge = 300

/** The Twilio account from Secrets Manager, read once, and anew after it was refused. */
export const twilioAccount = (secretArn: string) => {
  let forceFetch = false
  return {
    account: async (): Promise<TwilioAccount> => {
      const secret = await getSecret(secretArn, { maxAge, transform: 'json', forceFetch })
      forceFetch = false
      return TwilioAccount.parse(secret)
    },
    forgetAccount: () => {
      forceFetch = true
    },
  }
}
