import * as z from 'zod'
import { parseJson } from '../../functions/notification/parse-json.ts'

/** The functions that are called behind the back of whoever waits, by their folders. */
export type CalledAgain = 'receipt' | 'close' | 'close-review'

/** A call of a function, as it is made once more; `what` says what it is about without anything personal. */
export interface CallAgain {
  readonly what: string
  /** Who takes such a payload. */
  readonly takenBy: CalledAgain
  readonly functionName: string
  readonly payload: string
}

/** A call that failed three times. Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const FailedCall = z.object({ requestContext: z.object({ functionArn: z.string() }), requestPayload: z.unknown() })

/** An execution is named by its notification, or by the version under review. */
const ExecutionName = z.string().regex(/^[A-Za-z0-9._-]{1,80}$/)

const Lines = z.object({ awslogs: z.unknown() })
const End = z.object({ notificationId: ExecutionName })
const EndOfReview = z.object({ execution: ExecutionName })

const EndedExecution = z.object({
  'detail-type': z.literal('Step Functions Execution Status Change'),
  detail: z.object({ name: ExecutionName, stateMachineArn: z.string() }),
})

const about = (payload: unknown): Pick<CallAgain, 'what' | 'takenBy'> | undefined => {
  if (Lines.safeParse(payload).success) return { what: 'receipts', takenBy: 'receipt' }
  const [end, endOfReview] = [End.safeParse(payload), EndOfReview.safeParse(payload)]
  if (end.success) return { what: `the end of ${end.data.notificationId}`, takenBy: 'close' }
  return endOfReview.success
    ? { what: `the end of the review ${endOfReview.data.execution}`, takenBy: 'close-review' }
    : undefined
}

/** As the rule shapes the event for its target. */
const shaped = (body: unknown): unknown => {
  const { success, data } = EndedExecution.safeParse(body)
  if (!success) return body
  const { name, stateMachineArn } = data.detail
  return stateMachineArn.endsWith('-review-template') ? { execution: name } : { notificationId: name }
}

/**
 * The call that a dead letter stands for, if it does.
 * @param targetArn whom EventBridge could not reach, from the letter's attributes; its body may be the event or what the rule made of it:
 *   the documentation leaves it open. Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export const callAgain = (body: string, targetArn: string | undefined): CallAgain | undefined => {
  const read = parseJson(body)
  const call = FailedCall.safeParse(read)
  const arn = call.success ? call.data.requestContext.functionArn : targetArn
  const payload = call.success ? call.data.requestPayload : shaped(read)
  const functionName = /^arn:[^:]+:lambda:[^:]+:[^:]+:function:([^:]+)/.exec(arn ?? '')?.[1]
  const known = about(payload)
  return functionName === undefined || known === undefined
    ? undefined
    : { ...known, functionName, payload: JSON.stringify(payload) }
}
