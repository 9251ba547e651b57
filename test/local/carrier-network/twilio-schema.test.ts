import { describe, expect, it, vi } from 'vitest'
import { twilioAccount } from '../../../local/carrier-network/twilio-account.ts'
import { aNetwork } from './a-network.ts'
import { phone } from './phone.ts'
import { faultsOf, hasSchema } from './twilio-schema.ts'

const { accountSid, authToken } = twilioAccount
const headers = { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` }
const messagesPath = '/2010-04-01/Accounts/{AccountSid}/Messages'

const post = (url: string, sender: Record<string, string>) =>
  fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ To: phone, Body: 'Your parcel is here.', ...sender }),
  })

describe.runIf(hasSchema)('by the vendor’s schema, which lies in ../shared/data,', () => {
  it.each<Record<string, string>>([{ From: '+15005550006' }, { From: 'MyShop' }, { MessagingServiceSid: `MG${'a'.repeat(32)}` }])(
    'a created message from %o is right',
    async (sender) => {
      const { url } = await aNetwork()
      expect(await faultsOf('post', `${messagesPath}.json`, await post(url, sender))).toEqual([])
    },
  )

  it.each(['queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed'] as const)(
    'a fetched message that is %s is right',
    async (status) => {
      const { url, scriptCarrier, messages } = await aNetwork()
      await scriptCarrier('twilio', { receipts: [{ status }] })
      await post(url, { From: '+15005550006' })
      const [message] = await vi.waitFor(async () => {
        const all = await messages()
        expect(all).toMatchObject([{ receipts: [{ status }] }])
        return all
      })
      const fetched = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages/${message?.messageId}.json`, { headers })
      expect(await faultsOf('get', `${messagesPath}/{Sid}.json`, fetched)).toEqual([])
    },
  )
})
