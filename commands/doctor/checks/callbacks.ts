import { refusalStatus } from '../../../functions/carriers/twilio-request.ts'
import { postSigned } from '../../post-signed.ts'
import { type Check, type Finding, fault, fine } from '../finding.ts'

/** @param status of a callback without Twilio's signature; 0 where nobody answered */
export const judgeCallbacks = (status: number): Finding => {
  if (status === refusalStatus.forged) return fine('Callbacks reach the deployment, and one that nobody signed is refused.')
  const says =
    status === 0
      ? 'Nobody answers where Twilio calls back'
      : `Where Twilio calls back, an unsigned call is answered with ${status}`
  return fault(
    `${says}: receipts would be lost, and texts end as unknown.`,
    'See the log of the function receipt, and that nothing in front of its URL keeps calls away; docs/carriers.md.',
  )
}

export const callbacks: Check = {
  name: 'callbacks',
  look: async ({ client, outputs }) => {
    const { TwilioCallbackUrl: url } = outputs
    if (url === undefined) return fine('No carrier of this deployment calls back.')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const call = postSigned(client, { service: 'lambda', url, headers, body: '' }) // signed for AWS, not as Twilio does
    const { status } = await call.catch(() => ({ status: 0 }))
    return judgeCallbacks(status)
  },
}
