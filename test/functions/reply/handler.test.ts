import { describe, expect, it } from 'vitest'
import { hasher } from '../../../functions/notification/hasher.ts'
import { RecipientAskedForHelp } from '../../../functions/publish/permission-event.ts'
import type { OurEvent } from '../../../functions/publish/put-our-events.ts'
import { suppressedScopes } from '../../../functions/recipient/suppressed-scopes.ts'
import { keepReply } from '../../../functions/record/keep-reply.ts'
import { changeRecipient } from '../../../functions/record/recipient/change-recipient.ts'
import { readRecipient } from '../../../functions/record/recipient/read-recipient.ts'
import { createHandler, type Dependencies } from '../../../functions/reply/handler.ts'
import { aTableInProcess } from '../../builders/a-table-in-process.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'
import { messageSid } from '../carriers/a-bare-twilio.ts'
import { account } from '../carriers/a-twilio-caller.ts'
import { anInboundRequest, anInboundText } from '../carriers/an-inbound-text.ts'

const key = hasher('key-2', 'a key of at least thirty-two characters')
const newerKey = hasher('key-3', 'a newer key of at least thirty-two characters')
const recipientHash = key.hash('recipient', '+14155550123')
const domainName = 'abc.lambda-url.us-east-1.on.aws'
const otherToken = 'f'.repeat(32)

interface Call {
  readonly text?: Record<string, string | undefined>
  readonly token?: string
  readonly base64?: boolean
}

/** A call of the Function URL as Lambda hands it over, signed as the vendor's own package signs. */
const aCall = ({ text = {}, token = account.authToken, base64 = false }: Call = {}) => {
  const { body, signature, contentType } = anInboundRequest(anInboundText(text), { url: `https://${domainName}/twilio`, token })
  return {
    version: '2.0',
    rawPath: '/twilio',
    rawQueryString: '',
    headers: { host: 'somebody.example.com', 'content-type': contentType, 'x-twilio-signature': signature },
    requestContext: { domainName, http: { method: 'POST', path: '/twilio' } },
    body: base64 ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded: base64,
  }
}

const sid = (last: number) => messageSid.slice(0, -1) + last

/** The function over a table of this process, at noon unless the clock is moved. */
const aReplyFunction = (dependencies: Partial<Dependencies> = {}) => {
  const table = aTableInProcess()
  const did = { told: [] as OurEvent[], refused: [] as string[] }
  let now = noon
  const wired = {
    account: async () => account,
    loadHashers: async () => [key] as const,
    keepReply: keepReply(table),
    changeRecipient: changeRecipient(table),
    putEvents: async (events: readonly OurEvent[]) => void did.told.push(...events),
    onRefusal: (reason: string) => did.refused.push(reason),
    now: () => now,
    ...dependencies,
  }
  const known = async (hash = recipientHash) => (await readRecipient(table)([hash]))[0]?.recipient
  return {
    wired,
    did,
    known,
    reply: createHandler(wired),
    suppressed: async () => suppressedScopes((await known()) ?? { suppressions: {}, frequency: {} }),
    moveClock: (seconds: number) => {
      now = afterNoon(seconds)
    },
  }
}

const silence = { statusCode: 200, headers: { 'content-type': 'text/xml' }, body: '<Response/>' }

describe('a text that Twilio signed', () => {
  it.each([false, true])(
    'suppresses all by STOP, in the name of its carrier, and sends nothing back; in Base64: %s',
    async (base64) => {
      const { reply, known, did } = aReplyFunction()
      expect(await reply(aCall({ base64 }))).toEqual(silence)
      const all = { state: 'suppressed', at: atNoon(), source: 'twilio', reason: 'replied-stop' }
      expect(await known()).toMatchObject({ suppressions: { all } })
      expect(did).toEqual({ told: [], refused: [] })
    },
  )

  it('lets texts go again by START', async () => {
    const { reply, suppressed, moveClock } = aReplyFunction()
    await reply(aCall())
    moveClock(60)
    expect(await reply(aCall({ text: { Body: 'Start', MessageSid: sid(2) } }))).toEqual(silence)
    expect(await suppressed()).toEqual([])
  })

  it('is told to whoever can answer when it asks for help, by ids alone', async () => {
    const { reply, did, suppressed } = aReplyFunction()
    expect(await reply(aCall({ text: { Body: 'HELP' } }))).toEqual(silence)
    expect(did.told.map(({ detailType }) => detailType)).toEqual(['Recipient Asked For Help'])
    expect(RecipientAskedForHelp.parse(did.told[0]?.detail)).toEqual({
      eventId: `${messageSid}/Recipient Asked For Help`,
      recipientHash,
      hashKeyId: 'key-2',
      carrier: 'twilio',
      messageId: messageSid,
      at: atNoon(),
    })
    expect(JSON.stringify(did.told)).not.toContain('5550123')
    expect(await suppressed()).toEqual([])
  })

  it('changes nothing when it says anything else', async () => {
    const { reply, known, did } = aReplyFunction()
    expect(await reply(aCall({ text: { Body: 'Please stop by at noon' } }))).toEqual(silence)
    expect(await known()).toEqual({ suppressions: {}, frequency: {} })
    expect(did).toEqual({ told: [], refused: [] })
  })

  it('counts as of the first time it came: a START that is replayed lifts no later STOP', async () => {
    const { reply, suppressed, moveClock } = aReplyFunction()
    const start = aCall({ text: { Body: 'START', MessageSid: sid(1) } })
    await reply(start)
    moveClock(60)
    await reply(aCall({ text: { MessageSid: sid(2) } }))
    moveClock(86_400)
    expect(await reply(start)).toEqual(silence)
    expect(await suppressed()).toEqual(['all'])
  })

  it('counts as of the first time it came, also under a new key of the hashes', async () => {
    const { wired, reply, known, moveClock } = aReplyFunction()
    const start = aCall({ text: { Body: 'START', MessageSid: sid(1) } })
    await reply(start)
    const turned = createHandler({ ...wired, loadHashers: async () => [newerKey, key] })
    moveClock(60)
    await turned(aCall({ text: { MessageSid: sid(2) } }))
    await turned(start)
    expect(await known(newerKey.hash('recipient', '+14155550123'))).toMatchObject({
      suppressions: { all: { state: 'suppressed' } },
    })
  })

  it('that died half-way is taken when it comes again', async () => {
    const faults = [new Error('the table is away')]
    const { wired, suppressed } = aReplyFunction()
    const dying = createHandler({
      ...wired,
      changeRecipient: (...given) => {
        const fault = faults.pop()
        return fault ? Promise.reject(fault) : wired.changeRecipient(...given)
      },
    })
    await expect(dying(aCall())).rejects.toThrow('the table is away')
    expect(await dying(aCall())).toEqual(silence)
    expect(await suppressed()).toEqual(['all'])
  })

  it('is believed by either token while one is rotated', async () => {
    const rotated = { account: async () => ({ ...account, formerAuthToken: otherToken }) }
    for (const token of [account.authToken, otherToken])
      expect(await aReplyFunction(rotated).reply(aCall({ token }))).toEqual(silence)
  })
})

describe('a text that is refused changes nothing and is counted', () => {
  it.each<[number, string, Call]>([
    [401, 'misSigned', { token: otherToken }],
    [401, 'forged', { token: otherToken, text: { AccountSid: `AC${'2'.repeat(32)}` } }],
    [403, 'foreign', { text: { AccountSid: `AC${'2'.repeat(32)}` } }],
    [400, 'malformed', { text: { MessageSid: undefined } }],
    [413, 'oversized', { text: { Body: 'x'.repeat(17 * 1024) } }],
  ])('%d: it is %s', async (statusCode, reason, call) => {
    const { reply, known, did } = aReplyFunction()
    expect(await reply(aCall(call))).toEqual({ statusCode })
    expect(did).toEqual({ told: [], refused: [reason] })
    expect(await known()).toEqual({ suppressions: {}, frequency: {} })
  })

  it('whose signature is for the Host that the caller names', async () => {
    const { reply } = aReplyFunction()
    const call = aCall()
    expect(await reply({ ...call, requestContext: { ...call.requestContext, domainName: 'other.example.com' } })).toEqual({
      statusCode: 401,
    })
  })
})
