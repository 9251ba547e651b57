import type { Next } from '../../functions/notification/next.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import { forTerminal } from '../for-terminal.ts'
import { attemptHappenings, receiptHappening } from './attempt-happenings.ts'
import { type Happening, instant } from './happening.ts'
import type { Around } from './read-around.ts'
import type { Decision } from './read-execution.ts'

/** What a drain did to a decision, where there was one. */
const despiteDrains = ({ carrier, drained = [] }: Extract<Next, { carrier: string }>): string => {
  if (drained.includes(carrier)) return `, although ${carrier} is drained: no other could be had`
  return drained.length > 0 ? `, with ${drained.join(' and ')} drained` : ''
}

const inWords = (next: Next): string => {
  switch (next.decision) {
    case 'send': {
      const wait = next.awaitReceipt ? `wait ${next.waitSeconds} s for its receipt` : 'wait for no receipt'
      return `send attempt ${next.attempt} by ${next.carrier}, ${wait}${despiteDrains(next)}`
    }
    case 'hold':
      return `hold until ${instant(next.until)}${next.reason ? `, ${forTerminal(next.reason)}` : ''}, then attempt ${next.attempt} by ${next.carrier}${despiteDrains(next)}`
    case 'stop':
      return `stop: ${next.outcome}, ${forTerminal(next.reason)}`
    default:
      return next satisfies never
  }
}

/** What follows from a decision is written while its step still runs: of the two instants the earlier one is when it was decided. */
const decided = ({ at, by, next }: Decision, { attempts, outcome, endedAt }: Notification): Happening => {
  const attempt = next.decision === 'send' ? attempts.find(({ number }) => number === next.attempt) : undefined
  const isEnd = next.decision === 'stop' && next.outcome === outcome && outcome !== 'delivered'
  const followed = [at, attempt?.armedAt ?? at, (isEnd && endedAt) || at].sort((a, b) => Date.parse(a) - Date.parse(b))
  return { at: followed[0] ?? at, what: 'decided', words: `${by}: ${inWords(next)}` }
}

const whose = ({ source, by }: { readonly source: string; readonly by?: string | undefined }): string =>
  forTerminal(by === undefined ? `by ${source}` : `by ${source} (${by})`)

const interventions = ({ cancelled, confirmed }: Notification): Happening[] => [
  ...(cancelled
    ? [
        {
          at: cancelled.at,
          what: 'cancelled' as const,
          words: [whose(cancelled), forTerminal(cancelled.reason ?? '')].filter(Boolean).join(': '),
        },
      ]
    : []),
  ...(confirmed ? [{ at: confirmed.at, what: 'confirmed' as const, words: whose(confirmed) }] : []),
]

const ending = ({ outcome, reason, explanation, endedAt }: Notification): Happening[] =>
  outcome === undefined || endedAt === undefined
    ? []
    : [
        {
          at: endedAt,
          what: 'ended',
          words: forTerminal([outcome, reason, explanation].filter((word) => word !== undefined).join(': ')),
        },
      ]

const requested = ({ requestedAt, template, sendAfter, expiresAt }: Notification): Happening => ({
  at: requestedAt,
  what: 'requested',
  words: [
    template,
    ...(sendAfter ? [`not before ${instant(sendAfter)}`] : []),
    ...(expiresAt ? [`of no use from ${instant(expiresAt)} on`] : []),
  ].join(', '),
})

/**
 * What happened to a notification, in the order in which it did; what happened at one instant stays in the order of the path.
 * @param now until when it happened where it has not ended
 */
export const timeline = (notification: Notification, { receipts, execution, reveals }: Around, now: Date): Happening[] => {
  const until = notification.endedAt === undefined ? now : new Date(notification.endedAt)
  const ofAttempt = (number: number) => receipts.filter(({ attempt }) => attempt === number)
  const happenings: Happening[] = [
    requested(notification),
    ...(execution?.decisions ?? []).map((decision) => decided(decision, notification)),
    ...notification.attempts.flatMap((attempt) => attemptHappenings(attempt, ofAttempt(attempt.number), until)),
    ...receipts.map(receiptHappening),
    ...interventions(notification),
    ...ending(notification),
    ...reveals.map(({ at, by }) => ({
      at,
      what: 'revealed' as const,
      words: `number, parameters and text to ${forTerminal(by)}`,
    })),
  ]
  return happenings.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
