import { PublishCommand, type PublishCommandInput, SNSClient, SNSServiceException } from '@aws-sdk/client-sns'
import type { Answer } from '../notification/attempt.ts'
import { type Failure, optedOut } from '../notification/failure.ts'
import type { Carrier, Message } from './carrier.ts'
import { neverLeft } from './never-left.ts'

export interface SnsSettings {
  /** Milliseconds for the one request, the connection included. */
  readonly timeoutMs: number
  /** The most that one text may cost, in US dollars. */
  readonly maxPriceUsd: number
}

const text = (StringValue: string) => ({ DataType: 'String', StringValue })

/** Source: https://docs.aws.amazon.com/sns/latest/dg/sms_sending-overview.html (message attributes) */
const publication = (
  { to, text: body, sender, isTransactional }: Message,
  { maxPriceUsd }: SnsSettings,
): PublishCommandInput => ({
  PhoneNumber: to,
  Message: body,
  MessageAttributes: {
    'AWS.SNS.SMS.SMSType': text(isTransactional ? 'Transactional' : 'Promotional'),
    'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: String(maxPriceUsd) },
    ...(sender.senderId && { 'AWS.SNS.SMS.SenderID': text(sender.senderId) }),
    ...(sender.originationNumber && { 'AWS.MM.SMS.OriginationNumber': text(sender.originationNumber) }),
  },
})

const throttled: Failure = { class: 'throttled', reason: 'too-many-requests' }
const badRequest: Failure = { class: 'request', reason: 'invalid-parameter' }
const noAccess: Failure = { class: 'account', reason: 'not-authorized' }

/** Source: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html (errors), and SNS's common errors. */
const refusals: Readonly<Record<string, Failure>> = {
  Throttling: throttled,
  ThrottlingException: throttled,
  ThrottledException: throttled,
  TooManyRequestsException: throttled,
  OptedOutException: optedOut,
  InvalidParameterException: badRequest,
  InvalidParameterValueException: badRequest,
  ValidationException: badRequest,
  AuthorizationErrorException: noAccess,
  InvalidSecurityException: noAccess,
  AccessDenied: noAccess,
  AccessDeniedException: noAccess,
  InvalidClientTokenId: noAccess,
  SignatureDoesNotMatch: noAccess,
}

const unknownCode: Failure = { class: 'unclassified', reason: 'unknown-code' }

const refusalOf = ({ name, message }: SNSServiceException): Failure => {
  const failure = (Object.hasOwn(refusals, name) ? refusals[name] : undefined) ?? unknownCode
  return failure === badRequest && message.includes('PhoneNumber') ? { class: 'recipient', reason: 'invalid-number' } : failure
}

const refusal = (error: SNSServiceException): Answer => {
  const failure = refusalOf(error)
  return { type: 'notSent', failure, ...(failure === unknownCode && { unclassified: `sns-${error.name}` }) }
}

const answerTo = (error: unknown): Answer => {
  if (neverLeft(error)) return { type: 'notSent', failure: { class: 'route', reason: 'unreachable' } }
  const status = error instanceof SNSServiceException ? error.$metadata.httpStatusCode : undefined
  if (!(error instanceof SNSServiceException) || status === undefined) return { type: 'unknown', reason: 'no-answer' }
  const readable = status >= 400 && status < 500 && !error.name.startsWith('Unknown')
  return readable ? refusal(error) : { type: 'unknown', reason: `http-${status}` }
}

/** One try on a fresh connection: a socket that died while the function slept would look like an unknown answer. */
const client = ({ timeoutMs }: SnsSettings) =>
  new SNSClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: timeoutMs,
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: false },
      httpsAgent: { keepAlive: false },
    },
  })

/** Amazon SNS. It accepts what can never arrive and tells a text's fate only in its delivery log: see `sns-delivery-log.ts`. */
export const sns = (settings: SnsSettings): Carrier => {
  const publish = client(settings)
  return {
    name: 'sns',
    send: async (message) => {
      try {
        const { MessageId } = await publish.send(new PublishCommand(publication(message, settings)), {
          abortSignal: AbortSignal.timeout(settings.timeoutMs),
        })
        return MessageId ? { type: 'accepted', messageId: MessageId } : { type: 'unknown', reason: 'no-message-id' }
      } catch (error) {
        return answerTo(error)
      }
    },
  }
}
