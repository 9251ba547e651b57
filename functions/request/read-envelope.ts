import * as z from 'zod'
import { Instant } from '../notification/instant.ts'
import { parseJson } from '../notification/parse-json.ts'
import { sentenceOf } from '../notification/problem.ts'
import { problemsOf } from '../notification/problems-of.ts'
import { isForeign, type Requesters } from './is-foreign.ts'

export interface EventLimits {
  /** Seconds; an event that is older is stale: archives replay events years later. */
  readonly mostEventAge: number
  readonly requesters: Requesters
}

/** An event that may be read on: what it says is judged by whoever knows its type. */
export interface Envelope<DetailType extends string> {
  readonly detailType: DetailType
  readonly detail: unknown
  /** Its account and its source, as EventBridge wrote them, e.g. "111122223333/shop.orders". */
  readonly from: string
  /** When it says it was made, and never later than now. */
  readonly at: Date
  readonly isStale: boolean
}

/** Why nobody reads on: every wrong field is named, and nothing of the event is quoted. */
export interface Unread {
  readonly unread: 'malformed' | 'foreign-source'
  readonly explanation?: string
}

/** EventBridge's limit for an event. */
const mostBytes = 262_144

/** An event as EventBridge puts it on a queue; another service's rule writes the same by an input transformer. */
const schemaOf = <DetailType extends string>(detailTypes: readonly DetailType[]) =>
  z.object({
    source: z.string().optional(),
    account: z.string().optional(),
    time: Instant,
    'detail-type': z.enum(detailTypes),
    detail: z.unknown(),
  })

const malformed = (explanation: string): Unread => ({ unread: 'malformed', explanation })

/**
 * Reads what is around the detail of an event that came by a queue.
 * @param body an event in JSON
 * @param detailTypes that this queue takes
 */
export const readEnvelope = <DetailType extends string>(
  body: string,
  detailTypes: readonly DetailType[],
  now: Date,
  { mostEventAge, requesters }: EventLimits,
): Envelope<DetailType> | Unread => {
  if (Buffer.byteLength(body) > mostBytes) return malformed('The event is larger than 256 KB.')
  const event = parseJson(body)
  if (event === undefined) return malformed('The event is no JSON.')
  const read = schemaOf(detailTypes).safeParse(event)
  if (!read.success) return malformed(sentenceOf(problemsOf(read.error)))
  if (isForeign(read.data, requesters)) return { unread: 'foreign-source' }
  const { account, source, time, detail } = read.data
  const age = now.getTime() - new Date(time).getTime()
  return {
    detailType: read.data['detail-type'],
    detail,
    from: [account, source].filter((one) => one !== undefined).join('/'),
    at: new Date(now.getTime() - Math.max(age, 0)),
    isStale: age > mostEventAge * 1000,
  }
}

const Identified = z.object({ id: z.uuid() })

/** The event's own id, by which its sender can recognise a rejection; undefined where it has none as EventBridge gives them. */
export const requestEventIdOf = (body: string): string | undefined => Identified.safeParse(parseJson(body)).data?.id
