/** Whoever knows these may send; the fields are those of the product's secret. */
export interface TwilioAccount {
  readonly accountSid: string
  /** Signs the callbacks. */
  readonly authToken: string
  /** Accepted as well while the token is rotated. */
  readonly formerAuthToken?: string
}

/** The one account of the local world: fictional, so no secret. */
export const twilioAccount: TwilioAccount = {
  accountSid: `AC${'0'.repeat(28)}4570`,
  authToken: `${'0'.repeat(28)}feed`,
}

/** @param header of HTTP Basic authentication */
export const isAuthorized = ({ accountSid, authToken, formerAuthToken }: TwilioAccount, header = '') => {
  const given = Buffer.from(header.replace(/^Basic /i, ''), 'base64').toString()
  return [authToken, formerAuthToken].some((token) => token !== undefined && given === `${accountSid}:${token}`)
}
