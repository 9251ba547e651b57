import * as z from 'zod'
import { Instant } from '../../functions/notification/instant.ts'
import { parseJson } from '../../functions/notification/parse-json.ts'
import { StatusDetail, statusDetailTypes } from '../../functions/publish/status-event.ts'
import { forTerminal } from '../for-terminal.ts'
import { statusLine } from '../status-line.ts'
import { otherDetailTypes } from './event-pattern.ts'

/** An event as it is told. */
export interface Heard {
  readonly event: { readonly detailType: string; readonly detail: { readonly eventId: string } }
  readonly line: string
}

const OfNotification = z.object({ 'detail-type': z.enum(statusDetailTypes), detail: StatusDetail, time: Instant })

const Other = z.object({
  'detail-type': z.enum(otherDetailTypes),
  detail: z.looseObject({ eventId: z.string(), requestEventId: z.string().optional(), reason: z.string().optional() }),
  time: Instant,
})

/** e.g. "12:00:05  Permission Rejected  stale  e1c7…"; the id is that of the event that was refused, where one was. */
const otherLine = ({ 'detail-type': detailType, detail, time }: z.infer<typeof Other>): string => {
  const { eventId, requestEventId = eventId, reason } = detail
  const words = [new Date(time).toISOString().slice(11, 19), detailType, reason, requestEventId]
  return words
    .filter((word) => word !== undefined)
    .map(forTerminal)
    .join('  ')
}

/** @returns undefined for an event of a later version, which may say more: it is passed over, not a reason to stop watching */
export const readEvent = (body: string): Heard | undefined => {
  const read = parseJson(body)
  const [status, other] = [OfNotification.safeParse(read), Other.safeParse(read)]
  if (status.success) {
    const event = { detailType: status.data['detail-type'], detail: status.data.detail }
    return { event, line: statusLine(event, new Date(status.data.time)) }
  }
  if (!other.success) return undefined
  return { event: { detailType: other.data['detail-type'], detail: other.data.detail }, line: otherLine(other.data) }
}
