import type { Attempt } from '../../../functions/notification/attempt.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { budgetMetric } from '../../../functions/publish/budget-event.ts'
import type { StatusMetric } from '../../../functions/publish/status-metric.ts'
import { statusMetrics } from '../../../functions/publish/status-metrics.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { type AlarmCase, asOurs } from './recorded.ts'

/** What `publish` records of so many notifications, each from its request to what became of it. */
const recorded = (times: number, after: Partial<Notification>): StatusMetric[] =>
  Array.from({ length: times }, () => statusMetrics(undefined, aNotification({ kind: 'verification', ...after }))).flat()

const taken = anAttempt({ carrier: 'twilio', status: 'accepted', answer: accepted(), answeredAt: atNoon(1) })
const arrived: Attempt = { ...taken, status: 'delivered', deliveredAt: atNoon(4) }
const delivered: Partial<Notification> = { attempts: [arrived], outcome: 'delivered', reason: 'receipt' }
const silent: Partial<Notification> = { attempts: [{ ...taken, closed: true }], outcome: 'unknown', reason: 'no-receipt' }
const by = (attempt: Partial<Attempt>) => ({ attempts: [anAttempt({ carrier: 'twilio', ...attempt })] })
const raised = statusMetrics(
  aNotification({ kind: 'verification', ...silent }),
  aNotification({ kind: 'verification', ...delivered }),
)
const times = (n: number, metrics: readonly StatusMetric[]) => Array.from({ length: n }, () => metrics).flat()
const reached = (level: 80 | 100) =>
  budgetMetric({ kind: 'order', day: '2026-11-23', level, parts: 20_000, at: noon.toISOString() })

type Case = readonly [alarm: string, raisedBy: string, bad: StatusMetric[], notBy: string, good: StatusMetric[]]

const ofCarrier = (carrier: CarrierName, other: CarrierName): readonly Case[] => [
  [
    `Failing${carrier}`,
    'a carrier that refuses or does not answer every third',
    [
      ...recorded(20, by({ carrier, answer: accepted() })),
      ...recorded(5, by({ carrier, answer: notSent('route') })),
      ...recorded(5, by({ carrier, answer: unknown() })),
    ],
    'a carrier that says of people that they cannot be reached',
    [
      ...recorded(20, by({ carrier, answer: accepted() })),
      ...recorded(20, by({ carrier, answer: notSent('recipient', 'landline') })),
    ],
  ],
  [
    `Failing${carrier}`,
    'a carrier that is away',
    recorded(20, by({ carrier, answer: notSent('route') })),
    'another that is away',
    recorded(20, by({ carrier: other, answer: notSent('route') })),
  ],
  [
    `NoReceipts${carrier}`,
    'texts that a carrier took, and no receipt at all',
    recorded(20, by({ ...taken, carrier })),
    'the same with one receipt, be it a bad one',
    [...recorded(20, by({ ...taken, carrier })), ...recorded(1, by({ ...taken, carrier, status: 'undelivered' }))],
  ],
  [
    `SlowCodes${carrier}`,
    'two codes in a hundred that a carrier takes after 6 seconds',
    [...recorded(98, by({ ...taken, carrier })), ...recorded(2, by({ ...taken, carrier, answeredAt: atNoon(6) }))],
    'one in two hundred, and others that it takes after 5',
    [
      ...recorded(199, by({ ...taken, carrier, answeredAt: atNoon(5) })),
      ...recorded(1, by({ ...taken, carrier, answeredAt: atNoon(6) })),
    ],
  ],
]

const cases: readonly Case[] = [
  ...ofCarrier('twilio', 'sns'),
  ...ofCarrier('sns', 'twilio'),
  [
    'CodesMissing',
    'codes of which every tenth does not arrive',
    [...recorded(27, delivered), ...recorded(3, silent)],
    'codes of which one in twenty does not',
    [...recorded(57, delivered), ...recorded(3, silent)],
  ],
  [
    'CodesMissing',
    'codes that expire or cannot be delivered',
    [...recorded(18, delivered), ...recorded(1, { outcome: 'expired' }), ...recorded(1, { outcome: 'undeliverable' })],
    'so few codes that they say nothing',
    [...recorded(16, delivered), ...recorded(3, silent)],
  ],
  [
    'CodesMissing',
    'codes of which nobody knows',
    recorded(20, silent),
    'the same once their receipts came late',
    [...recorded(20, silent), ...times(20, raised)],
  ],
  [
    'CodesMissing',
    'codes that are lost',
    recorded(20, { outcome: 'unknown' }),
    'codes that nobody wanted sent',
    [...recorded(20, { outcome: 'suppressed' }), ...recorded(20, { outcome: 'cancelled' }), ...recorded(5, delivered)],
  ],
  [
    'Unknown',
    'texts of which every tenth is unknown',
    [...recorded(27, delivered), ...recorded(3, silent)],
    'marketing, of which nobody awaits a receipt',
    [...recorded(27, delivered), ...recorded(30, { ...silent, kind: 'marketing' })],
  ],
  [
    'PaymentsTwice',
    'one payment that was told twice',
    recorded(1, { kind: 'payment', attempts: [arrived, { ...arrived, number: 2 }] }),
    'an order that was',
    recorded(1, { kind: 'order', attempts: [arrived, { ...arrived, number: 2 }] }),
  ],
  [
    'Failedaccount',
    'one text that our account may not send',
    recorded(1, by({ answer: notSent('account') })),
    'one that its recipient does not want',
    recorded(1, by({ answer: notSent('recipient', 'opted-out') })),
  ],
  [
    'Failedcontent',
    'one text that is taken for spam',
    recorded(1, by({ answer: notSent('content', 'spam') })),
    'one for a phone that is off',
    recorded(1, by({ answer: notSent('absent') })),
  ],
  [
    'Failedrequest',
    'one request that a carrier calls invalid',
    recorded(1, by({ answer: notSent('request') })),
    'one that was throttled',
    recorded(1, by({ answer: notSent('throttled') })),
  ],
  [
    'Failedunclassified',
    'one reason that no table knows',
    recorded(1, by({ answer: notSent('unclassified') })),
    'one that it does',
    recorded(1, by({ answer: notSent('route') })),
  ],
  [
    'Faults',
    'one notification that ended by a fault',
    recorded(1, { outcome: 'unknown', reason: 'fault' }),
    'one that ended otherwise',
    recorded(1, { outcome: 'unknown', reason: 'no-receipt' }),
  ],
  ['Budget80', 'a budget of which 80 % is spent', [reached(80)], 'one that is spent', [reached(100)]],
  ['Budget100', 'a budget that is spent', [reached(100)], 'one that nearly is', [reached(80)]],
]

/** Alarms on what `publish` records of notifications and budgets, each judged by whole histories of them. */
export const ofHistories: readonly AlarmCase[] = cases.map(([alarm, raisedBy, bad, notBy, good]) => ({
  alarm,
  raisedBy,
  bad: asOurs(bad),
  notBy,
  good: asOurs(good),
}))
