import type { Notification } from '../../../functions/notification/notification.ts'
import { budgetMetric } from '../../../functions/publish/budget-event.ts'
import type { StatusMetric } from '../../../functions/publish/status-metric.ts'
import { statusMetrics } from '../../../functions/publish/status-metrics.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { notSent } from '../../builders/an-answer.ts'
import { noon } from '../../builders/noon.ts'
import { alarmCase, arrived, by, type Case, recorded, taken } from './histories.ts'
import type { AlarmCase } from './recorded.ts'

const delivered: Partial<Notification> = { attempts: [arrived], outcome: 'delivered', reason: 'receipt' }
const silent: Partial<Notification> = { attempts: [{ ...taken, closed: true }], outcome: 'unknown', reason: 'no-receipt' }
const raised = statusMetrics(
  aNotification({ kind: 'verification', ...silent }),
  aNotification({ kind: 'verification', ...delivered }),
)
const times = (n: number, metrics: readonly StatusMetric[]) => Array.from({ length: n }, () => metrics).flat()
const reached = (level: 80 | 100) =>
  budgetMetric({ kind: 'order', day: '2026-11-23', level, parts: 20_000, at: noon.toISOString() })

const cases: readonly Case[] = [
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
export const ofHistories: readonly AlarmCase[] = cases.map(alarmCase)
