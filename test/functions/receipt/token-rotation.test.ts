import twilioPackage from 'twilio'
import { expect, it } from 'vitest'
import { TwilioAccount } from '../../../functions/carriers/twilio-account.ts'
import { callbackUrlOf } from '../../../functions/carriers/twilio-callback-url.ts'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import { createCallbackHandler } from '../../../functions/receipt/callback-handler.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { accepted } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'
import { aBareTwilio, messageSid } from '../carriers/a-bare-twilio.ts'
import { aStatement } from '../carriers/a-callback.ts'
import { account, aTwilioCaller } from '../carriers/a-twilio-caller.ts'

const [oldToken, newToken, strangeToken] = [account.authToken, 'f'.repeat(32), 'e'.repeat(32)]
const domainName = 'abc.lambda-url.us-east-1.on.aws'

/** What `send` says who it is, under this secret. */
const tokenOfCalls = async (secret: TwilioAccount) => {
  const { url, asked } = await aBareTwilio()
  await aTwilioCaller(url, { account: async () => secret })()
  const [, basic = ''] = asked[0]?.headers.authorization?.split(' ') ?? []
  return atob(basic).split(':')[1]
}

/** The status by which a callback is answered that Twilio signed with this token, under this secret. */
const answerToCallback = async (secret: TwilioAccount, token: string) => {
  const attempt = anAttempt({ carrier: 'twilio', status: 'accepted', answer: accepted(messageSid) })
  const { client } = someWorkflows()
  const receive = createCallbackHandler({
    ...recordsInMemory({ notification: aNotification({ attempts: [attempt] }) }),
    settle: settle(client, defaultKinds),
    networkOnly: [],
    account: async () => secret,
    onRefusal: () => {},
    now: () => noon,
  })
  const ref = { notificationId: aNotification().notificationId, attempt: 1 }
  const [url = ''] = callbackUrlOf(`https://${domainName}/twilio`, ref, noon).split('#')
  const { statusCode } = await receive({
    rawPath: '/twilio',
    rawQueryString: new URL(url).search.slice(1),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilioPackage.getExpectedTwilioSignature(token, url, aStatement()),
    },
    requestContext: { domainName },
    body: new URLSearchParams(aStatement()).toString(),
    isBase64Encoded: false,
  })
  return statusCode
}

/** The secret at each step of docs/rotating-secrets.md. */
const before = { ...account, authToken: oldToken }
const during = { ...account, authToken: newToken, formerAuthToken: oldToken }
const after = { ...account, authToken: newToken }

it.each<[string, TwilioAccount, object]>([
  ['before it is rotated', before, { calls: oldToken, old: 204, new: 401 }],
  ['while it is rotated, before and after it is promoted at Twilio', during, { calls: newToken, old: 204, new: 204 }],
  ['once the old one is taken out', after, { calls: newToken, old: 401, new: 204 }],
])(
  'calls use the current auth token, and callbacks signed with any that the secret holds are taken: %s',
  async (_, secret, expected) => {
    const parsed = TwilioAccount.parse(secret)
    expect({
      calls: await tokenOfCalls(parsed),
      old: await answerToCallback(parsed, oldToken),
      new: await answerToCallback(parsed, newToken),
    }).toEqual(expected)
    expect(await answerToCallback(parsed, strangeToken)).toBe(401)
  },
)
