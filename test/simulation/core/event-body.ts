import type { FaultOf } from '../faults/fault.ts'
import type { Request } from './population.ts'

/** As EventBridge gives each event one; in a form that holds no canary. */
export const eventIdOf = (of: number, number: number): string =>
  `00000000-0000-4000-8000-${(of * 16 + number).toString(16).replaceAll('7', 'a').padStart(12, '0')}`

/** An event as EventBridge puts it on the queue. @param time of the event, in milliseconds since 1970 */
export const bodyOf = (id: string, time: number, detail: unknown, more: object = {}): string =>
  JSON.stringify({
    version: '0',
    id,
    'detail-type': 'Notification Requested',
    source: 'shop',
    time: new Date(time).toISOString(),
    detail,
    ...more,
  })

/** The same, as nobody can read it. */
export const malformedBody = (id: string, time: number, request: Request, how: FaultOf<'malformed'>['how']): string => {
  const { to: _, ...withoutNumber } = request
  switch (how) {
    case 'no-json':
      return `{"id":"${id}", ${bodyOf(id, time, request)}`
    case 'too-large':
      return bodyOf(id, time, { ...request, params: { note: 'x'.repeat(262_144) } })
    case 'no-number':
      return bodyOf(id, time, withoutNumber)
    case 'unknown-field':
      return bodyOf(id, time, { ...request, urgent: true })
    case 'no-time':
      return bodyOf(id, time, request, { time: undefined })
    default:
      return how satisfies never
  }
}
