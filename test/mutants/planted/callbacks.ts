import type { Mutant } from '../mutant.ts'

const signature = 'functions/carriers/twilio-signature.ts'
const ofSignature = 'test/functions/carriers/twilio-signature.test.ts'
const callback = 'functions/carriers/twilio-callback.ts'
const request = 'functions/carriers/twilio-request.ts'
const handler = 'functions/receipt/callback-handler.ts'
const ofHandler = 'test/functions/receipt/callback-handler.test.ts'

/** A callback is believed by its signature, for its account and for a time. */
export const callbacks: readonly Mutant[] = [
  {
    name: 'the signature of a callback is not checked',
    file: request,
    find: "return isSignedByTwilio(request, tokens) ? undefined : refuse('forged')",
    replace: 'return undefined',
    caughtBy: {
      file: ofHandler,
      test: 'a callback that is refused changes nothing and is counted > 401: it is forged by another token',
    },
    breaks: 'F32',
  },
  {
    name: 'the signature is checked over the URL that the caller names',
    file: 'functions/carriers/http-call.ts',
    find: 'requestContext.domainName}',
    replace: 'headers.host}',
    caughtBy: {
      file: ofHandler,
      test: 'a callback that Twilio signed > is a fact, is merged by its attempt and resumes the workflow; in Base64: false',
    },
    breaks: 'F32',
  },
  {
    name: 'the signature does not cover the form',
    file: signature,
    find: '.update(spelling).update(rest).digest',
    replace: '.update(spelling).digest',
    caughtBy: { file: ofSignature, test: 'the signature of Twilio > is that of the worked example' },
    breaks: 'F32',
  },
  {
    name: 'an empty token counts, by which anybody can sign',
    file: signature,
    find: "tokens.filter((token) => token !== '')",
    replace: 'tokens.slice()',
    caughtBy: {
      file: ofSignature,
      test: 'the signature of Twilio > counts for nothing by an empty token, with which anybody can sign',
    },
    breaks: 'F32',
  },
  {
    name: 'a callback can be replayed for ever',
    file: callback,
    find: "return now >= expiry ? refuse('expired') : readStatement",
    replace: 'return readStatement',
    caughtBy: {
      file: ofHandler,
      test: 'a callback that is refused changes nothing and is counted > 403: it is expired, after eight days and not before',
    },
    breaks: 'F32',
  },
  {
    name: 'a callback of another account is believed',
    file: request,
    find: "return form.get('AccountSid') === accountSid ? form : refuse('foreign')",
    replace: 'return form',
    caughtBy: {
      file: ofHandler,
      test: 'a callback that is refused changes nothing and is counted > 403: it is foreign though well signed',
    },
    breaks: 'F32',
  },
  {
    name: 'a callback tells of an attempt of another carrier',
    file: handler,
    find: "notification?.attempts[attempt.attempt - 1]?.carrier !== 'twilio'",
    replace: 'notification?.attempts[attempt.attempt - 1] === undefined',
    caughtBy: {
      file: ofHandler,
      test: 'a callback that is refused changes nothing and is counted > 404: it is unknown-attempt for it is another carrier’s',
    },
    breaks: 'F32',
  },
  {
    name: 'an attempt is found by its message id alone, so an unknown answer is never resolved',
    file: handler,
    find: 'if (receipt) await takeReceipt(taking)(attempt, receipt)',
    replace:
      "if (receipt && notification.attempts[attempt.attempt - 1]?.answer?.type === 'accepted') await takeReceipt(taking)(attempt, receipt)",
    caughtBy: {
      file: ofHandler,
      test: 'a callback that Twilio signed > finds an attempt whose call ended unknown, by its own id',
    },
    breaks: 'F26',
  },
]
