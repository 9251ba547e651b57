import { calledByTwilio } from '../carriers/http-call.ts'
import type { TwilioAccount } from '../carriers/twilio-account.ts'
import { type Asked, readInbound } from '../carriers/twilio-inbound.ts'
import { tokensOf } from '../carriers/twilio-request.ts'
import type { Hashers } from '../notification/hash-keys.ts'
import { hashRecipient } from '../notification/hasher.ts'
import type { PutOurEvents } from '../publish/put-our-events.ts'
import type { Reply } from '../recipient/read-reply.ts'
import { restore } from '../recipient/restore.ts'
import { suppress } from '../recipient/suppress.ts'
import type { KeepReply } from '../record/keep-reply.ts'
import type { ChangeRecipient } from '../record/recipient/change-recipient.ts'

export interface Dependencies {
  readonly account: () => Promise<TwilioAccount>
  readonly loadHashers: () => Promise<Hashers>
  readonly keepReply: KeepReply
  readonly changeRecipient: ChangeRecipient
  readonly putEvents: PutOurEvents
  /** Counts what was refused, by reason. */
  readonly onRefusal: (reason: string) => void
  readonly now: () => Date
}

const carrier = 'twilio'

/** What Twilio is told: nothing is to be sent. It confirms an opt-out and answers to HELP itself. */
const noAnswer = { statusCode: 200, headers: { 'content-type': 'text/xml' }, body: '<Response/>' }

/** Who says stop means all of it: nobody can be asked back which texts. */
const said = {
  stop: { say: suppress, reason: 'replied-stop' },
  start: { say: restore, reason: 'replied-start' },
} satisfies Record<Exclude<Reply, 'help'>, object>

const take = async (dependencies: Dependencies, { asks, from, messageId }: Asked): Promise<void> => {
  const { loadHashers, keepReply, changeRecipient, putEvents, now } = dependencies
  const [hasher] = await loadHashers()
  const recipientHash = hashRecipient(hasher, from)
  const at = (await keepReply({ carrier, messageId, asks }, now())).toISOString()
  if (asks === 'help') {
    const detailType = 'Recipient Asked For Help'
    const detail = {
      eventId: `${messageId}/${detailType}`,
      recipientHash,
      hashKeyId: hasher.keyId,
      carrier,
      messageId,
      at,
    } as const
    return putEvents([{ detailType, detail }])
  }
  const { say, reason } = said[asks]
  await changeRecipient(recipientHash, (recipient) => say(recipient, 'all', { at, source: carrier, reason }), now())
}

/** Takes a text that somebody sent to us, signed by the carrier. A refused one changes nothing and is counted. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (event: unknown): Promise<{ readonly statusCode: number }> => {
    const account = await dependencies.account()
    const read = readInbound(calledByTwilio(event), { accountSid: account.accountSid, tokens: tokensOf(account) })
    if (!read.ok) {
      dependencies.onRefusal(read.reason)
      return { statusCode: read.status }
    }
    if (read.asked) await take(dependencies, read.asked)
    return noAnswer
  }
