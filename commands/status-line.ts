import type { StatusEvent } from '../functions/publish/status-event.ts'

const widths = { id: 26, kind: 12, event: 13, carrier: 7 }

/** One event on one line: time, id, kind, event, carrier, reason, seconds since the request. */
export const statusLine = ({ detailType, detail }: StatusEvent, now = new Date()): string => {
  const { notificationId, requestEventId, kind, carrier, reason, explanation, until, failureClass, evidence } = detail
  const seconds = detailType === 'Notification Sent' ? detail.secondsToAccept : detail.secondsToDeliver
  const isHeld = detailType === 'Notification Held'
  const when = until && `${isHeld ? 'until' : 'allowed from'} ${until.slice(0, 16).replace('T', ' ')} UTC`
  const whose = evidence && `by the ${evidence}'s word`
  const why = [failureClass, reason, when, whose, explanation].filter((word) => word !== undefined)
  const words = [
    now.toISOString().slice(11, 19),
    (notificationId ?? requestEventId ?? '-').padEnd(widths.id),
    (kind ?? '-').padEnd(widths.kind),
    detailType.replace('Notification ', '').padEnd(widths.event),
    (carrier ?? '-').padEnd(widths.carrier),
    ...(seconds === undefined ? [] : [`${seconds.toFixed(1)} s`]),
    why.join(', '),
  ]
  return words.join('  ').trimEnd()
}
