import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger'
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types'
import { Fault } from '../notification/fault.ts'

/** What a log line may carry besides its message: names, codes and ids. Anything else is dropped. */
const allowed = [
  'notificationId',
  'requestEventId',
  'attempt',
  'carrier',
  'failureClass',
  'reason',
  'template',
  'count',
  'messageId',
]

const described = (error: unknown) =>
  error instanceof Error
    ? {
        name: error.name,
        ...('code' in error && { code: String(error.code) }),
        ...(error instanceof Fault && { message: error.message }),
      }
    : undefined

/** Only what is named here is written: an SDK's error can hold a whole item, number and text included. */
class NamesCodesAndIds extends LogFormatter {
  override formatAttributes(attributes: UnformattedAttributes, additional: LogAttributes): LogItem {
    const { logLevel, message, timestamp, serviceName, lambdaContext } = attributes
    const kept = Object.entries(additional).filter(([key]) => allowed.includes(key))
    return new LogItem({
      attributes: {
        level: logLevel,
        message,
        timestamp: this.formatTimestamp(timestamp),
        service: serviceName,
        awsRequestId: lambdaContext?.awsRequestId,
        coldStart: lambdaContext?.coldStart,
        ...Object.fromEntries(kept),
        error: described(additional.error),
      },
    })
  }
}

export const logger = new Logger({ logFormatter: new NamesCodesAndIds() })
