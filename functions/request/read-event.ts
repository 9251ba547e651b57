import * as z from 'zod'
import { parseJson } from '../notification/parse-json.ts'
import { isForeign, type Requesters } from './is-foreign.ts'
import { malformed } from './malformed.ts'
import { type Rejection, rejection } from './rejections.ts'

/** EventBridge's limit for an event. */
const mostBytes = 262_144

/** What a deployment takes. */
export interface EventLimits {
  /** Seconds; an event that is older is stale: archives replay events years later. */
  readonly mostEventAge: number
  readonly requesters: Requesters
}

/** An event from somebody who may put it; its detail is not read yet. */
export interface ReadEvent<DetailType extends string> {
  readonly detailType: DetailType
  readonly detail: unknown
  /** The account and the source that it came from, as far as they are known, e.g. "111122223333/shop.orders". */
  readonly source: string
  /** When it says it was made, and never later than now. */
  readonly madeAt: Date
  /** Whether it is too old to begin anything; it may still be a repeat. */
  readonly isStale: boolean
}

/** An event as EventBridge puts it on a queue; another service's rule writes the same by an input transformer. */
const envelopeOf = <DetailType extends string>(detailTypes: readonly DetailType[]) =>
  z.object({
    source: z.string().optional(),
    account: z.string().optional(),
    time: z.iso.datetime({ offset: true }),
    'detail-type': z.enum(detailTypes),
    detail: z.unknown(),
  })

/**
 * Makes what reads the messages of one queue.
 * @param detailTypes those that the queue takes
 * @returns of a body in JSON the event, or why it is refused: every wrong field is named, and nothing of the event is quoted
 */
export const eventReader = <const DetailType extends string>(detailTypes: readonly DetailType[]) => {
  const Envelope = envelopeOf(detailTypes)
  return (body: string, now: Date, { mostEventAge, requesters }: EventLimits): ReadEvent<DetailType> | Rejection => {
    if (Buffer.byteLength(body) > mostBytes) return rejection('malformed', undefined, 'The event is larger than 256 KB.')
    const event = parseJson(body)
    if (event === undefined) return rejection('malformed', undefined, 'The event is no JSON.')
    const envelope = Envelope.safeParse(event)
    if (!envelope.success) return malformed(envelope.error)
    if (isForeign(envelope.data, requesters)) return rejection('foreign-source') // by whose id it may ask, is not its to say
    const { time, detail, account, source, 'detail-type': detailType } = envelope.data
    const age = now.getTime() - new Date(time).getTime()
    const madeAt = new Date(now.getTime() - Math.max(age, 0))
    const from = [account, source].filter((known) => known !== undefined).join('/')
    return { detailType, detail, source: from, madeAt, isStale: age > mostEventAge * 1000 }
  }
}

const Identified = z.object({ id: z.uuid() })

/** The event's own id, by which its sender can recognise a rejection; undefined where it has none as EventBridge gives them. */
export const requestEventIdOf = (body: string): string | undefined => Identified.safeParse(parseJson(body)).data?.id
