import * as z from 'zod'
import { CancelNotification, NotificationConfirmed } from '../../functions/intervene/intervention-events.ts'
import { parseJson } from '../../functions/notification/parse-json.ts'
import { ConsentRecorded, RestoreRecipient, SuppressRecipient } from '../../functions/permit/permission-events.ts'
import { NotificationRequest } from '../../functions/request/notification-request.ts'
import { revealsNumber } from '../../functions/request/reveals-number.ts'
import { type CallAgain, type CalledAgain, callAgain } from './call-again.ts'

/** How a dead letter gets to whoever takes it, or why it stays where it is; `what` says what it is without anything personal. */
export type WayBack = { readonly what: string } & (
  | { readonly by: 'request queue' }
  | { readonly by: 'bus'; readonly event: EventAgain }
  | { readonly by: 'function'; readonly call: CallAgain }
  | { readonly by: undefined; readonly why: string }
)

/** An event as it is put on the bus once more: it says when it was made at first. */
export interface EventAgain {
  readonly source: string
  readonly detailType: string
  readonly time: Date
  readonly detail: string
}

/** Whose letters are taken. */
export interface Ours {
  readonly account: string
  /** What the deployment's functions are called. */
  readonly functions: Readonly<Record<CalledAgain, string>>
}

const Event = z.object({
  'detail-type': z.string(),
  time: z.iso.datetime({ offset: true }),
  source: z.string().optional(),
  account: z.string().optional(),
  detail: z.unknown(),
})

/** A place in the table's stream. Source: https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
const Unpublished = z.object({ DDBStreamBatchInfo: z.unknown() })

const schemas: Readonly<Record<string, z.ZodType>> = {
  'Cancel Notification': CancelNotification,
  'Notification Confirmed': NotificationConfirmed,
  'Suppress Recipient': SuppressRecipient,
  'Restore Recipient': RestoreRecipient,
  'Consent Recorded': ConsentRecorded,
}

const stays = (what: string, why: string): WayBack => ({ what, by: undefined, why })
const unreadable = 'nobody can read it: it would come back'

const requestAgain = (detail: unknown): WayBack => {
  const { success, data } = NotificationRequest.safeParse(detail)
  if (!success) return stays('Notification Requested', unreadable)
  if (revealsNumber(data.notificationId, data.to))
    return stays('Notification Requested', 'its id holds the number: it would come back')
  return { what: `Notification Requested ${data.notificationId}`, by: 'request queue' }
}

const eventAgain = (event: z.infer<typeof Event>, { account }: Ours): WayBack => {
  const what = event['detail-type']
  if (what === 'Notification Requested') return requestAgain(event.detail)
  const schema = Object.hasOwn(schemas, what) ? schemas[what] : undefined
  if (schema === undefined) return stays('an event of another type', 'nobody here takes it')
  if (!schema.safeParse(event.detail).success) return stays(what, unreadable)
  if (event.source === undefined) return stays(what, 'it does not say who put it')
  if (event.account !== undefined && event.account !== account)
    return stays(what, 'only the account that put it may put it again')
  return {
    what,
    by: 'bus',
    event: { source: event.source, detailType: what, time: new Date(event.time), detail: JSON.stringify(event.detail) },
  }
}

const toFunction = (call: CallAgain, { functions }: Ours): WayBack =>
  call.functionName === functions[call.takenBy]
    ? { what: call.what, by: 'function', call }
    : stays(call.what, `it does not name this deployment's function ${call.takenBy}`)

/**
 * What becomes of a dead letter. A repeat does no harm: a request is known by its id, a word by its time, a receipt by what it says, and
 * an end by the outcome that is there.
 * @param body as it lies in the queue; it may hold a number, and nothing of that is in what is returned but in `event` and `call`
 * @param targetArn whom EventBridge could not reach, from the letter's attributes
 */
export const wayBack = (body: string, ours: Ours, targetArn?: string): WayBack => {
  const call = callAgain(body, targetArn)
  if (call) return toFunction(call, ours)
  const read = parseJson(body)
  if (Unpublished.safeParse(read).success)
    return stays('changes of records', '`republish` takes them up each hour, for a day; docs/records.md says what then')
  const event = Event.safeParse(read)
  return event.success ? eventAgain(event.data, ours) : stays('a message', unreadable)
}
