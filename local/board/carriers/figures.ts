import { percentile } from '../../../commands/percentile.ts'
import type { StatusEvent } from '../../../functions/publish/status-event.ts'

/** What became of the texts that one carrier accepted of late. */
export interface Figures {
  readonly accepted: number
  readonly delivered: number
  /** From when the notification was due to its delivery by this carrier; undefined before the first. */
  readonly seconds?: { readonly median: number; readonly p95: number } | undefined
}

export const minutes = 5

/** An attempt that a carrier accepted, and what it came to. */
interface Accepted {
  readonly carrier: string
  readonly at: Date
  readonly isDelivered: boolean
  readonly seconds?: number | undefined
}

/** @param accepted of one carrier */
const figuresOf = (accepted: readonly Accepted[]): Figures => {
  const delivered = accepted.filter(({ isDelivered }) => isDelivered)
  const seconds = delivered.flatMap((one) => one.seconds ?? []).sort((a, b) => a - b)
  const [median, p95] = [percentile(seconds, 0.5), percentile(seconds, 0.95)]
  return {
    accepted: accepted.length,
    delivered: delivered.length,
    seconds: median === undefined || p95 === undefined ? undefined : { median, p95 },
  }
}

/** As many seconds of the last five minutes, and what a carrier accepted in them. */
export interface Slice {
  readonly accepted: number
  readonly delivered: number
}

const sliceMs = 10_000
const slices = (minutes * 60_000) / sliceMs

/** The oldest first. @param accepted of one carrier */
const slicesOf = (accepted: readonly Accepted[], now: Date): readonly Slice[] => {
  const agoOf = ({ at }: Accepted) => Math.min(slices - 1, Math.floor((now.getTime() - at.getTime()) / sliceMs))
  return Array.from({ length: slices }, (_, index) => {
    const then = accepted.filter((one) => agoOf(one) === slices - 1 - index)
    return { accepted: then.length, delivered: then.filter(({ isDelivered }) => isDelivered).length }
  })
}

/** Counts by carrier what status events tell, for the last five minutes. */
export const createTally = () => {
  const accepted = new Map<string, Accepted>()
  const forget = (now: Date) => {
    for (const [key, { at }] of accepted) if (now.getTime() - at.getTime() > minutes * 60_000) accepted.delete(key)
  }
  const lately = (carrier: string, now: Date) => {
    forget(now)
    return [...accepted.values()].filter((one) => one.carrier === carrier)
  }
  return {
    /** A delivery that overtook its acceptance counts as both. */
    tell: ({ detailType, detail }: StatusEvent, now: Date) => {
      const isDelivered = detailType === 'Notification Delivered'
      const { notificationId, attempt, carrier } = detail
      if ((detailType !== 'Notification Sent' && !isDelivered) || carrier === undefined) return
      const key = `${notificationId}/${attempt}`
      const before = accepted.get(key)
      accepted.set(key, {
        ...{ carrier, at: before?.at ?? now },
        isDelivered: isDelivered || (before?.isDelivered ?? false),
        seconds: isDelivered ? detail.secondsToDeliver : before?.seconds,
      })
      forget(now)
    },
    of: (carrier: string, now: Date): Figures => figuresOf(lately(carrier, now)),
    slicesOf: (carrier: string, now: Date): readonly Slice[] => slicesOf(lately(carrier, now), now),
  }
}
export type Tally = ReturnType<typeof createTally>
