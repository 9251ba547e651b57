import type { Kind } from '../../../functions/notification/kinds.ts'
import { type Notification, NotificationId } from '../../../functions/notification/notification.ts'
import { type Outcome, outcomes } from '../../../functions/notification/outcome.ts'
import type { StatusEvent } from '../../../functions/publish/status-event.ts'

/** One line of the list: a notification, as far as its status events have told. */
export interface Listed {
  readonly notificationId: string
  readonly kind?: Kind | undefined
  /** Name, and version where it is known. */
  readonly template?: string | undefined
  readonly carrier?: string | undefined
  /** What was told last: an outcome, or a word like "sent". */
  readonly state: string
  readonly outcome?: Outcome | undefined
  readonly reason?: string | undefined
  readonly seconds?: number | undefined
}

const most = 500

const outcomeIn = (state: string): Outcome | undefined => outcomes.find((outcome) => outcome === state)

/** Whether an event says how a notification stands. Events overtake each other, and an outcome is followed by none but a delivery. */
const tellsMore = (before: Listed | undefined, { detailType }: StatusEvent): boolean =>
  detailType.startsWith('Notification ') && (before?.outcome === undefined || detailType === 'Notification Delivered')

/** What an event makes of a line: what it leaves unsaid stays. */
const after = (before: Listed | undefined, notificationId: string, event: StatusEvent): Listed => {
  const { kind = before?.kind, template = before?.template, carrier, reason, secondsToDeliver, secondsToAccept } = event.detail
  const about = { notificationId, kind, template }
  if (!tellsMore(before, event)) return { state: 'requested', ...before, ...about, carrier: before?.carrier ?? carrier }
  const state = event.detailType.slice('Notification '.length).toLowerCase()
  const seconds = secondsToDeliver ?? secondsToAccept
  return { ...about, carrier: carrier ?? before?.carrier, state, outcome: outcomeIn(state), reason, seconds }
}

/** The line of a notification from before the board looked. */
export const listedOf = ({ notificationId, kind, template, attempts, outcome, reason, next }: Notification): Listed => ({
  ...{ notificationId, kind, template, outcome, reason },
  carrier: attempts.at(-1)?.carrier,
  state: outcome ?? (next?.decision === 'hold' ? 'held' : attempts.length > 0 ? 'sent' : 'requested'),
})

/** The notifications that the board has heard of, the latest 500. */
export const createBook = () => {
  const lines = new Map<string, Listed>()
  const keep = (line: Listed) => {
    lines.set(line.notificationId, line)
    const [oldest] = lines.keys()
    if (lines.size > most && oldest !== undefined) lines.delete(oldest)
  }
  return {
    /** One that the board itself asked for. */
    asked: (notificationId: string, kind: Kind, template: string) => {
      if (!lines.has(notificationId)) keep({ notificationId, kind, template, state: 'requested' })
    },
    /** An event of a request that named no notification has nothing to open, and is left to the terminal. */
    tell: (event: StatusEvent) => {
      const id = NotificationId.safeParse(event.detail.notificationId)
      if (id.success) keep(after(lines.get(id.data), id.data, event))
    },
    find: (notificationId: string): Listed | undefined => lines.get(notificationId),
    /** The latest first. */
    all: (): readonly Listed[] => [...lines.values()].reverse(),
  }
}
export type Book = ReturnType<typeof createBook>
