import { Construct } from 'constructs'
import type { attentionClasses } from '../../functions/notification/failure.ts'
import type { Config } from '../config.ts'
import type { Alarms } from './alarms.ts'
import { ourMetric } from './our-metric.ts'

type AttentionClass = (typeof attentionClasses)[number]

/** What only a person mends, but what the account cannot do, which is nobody's text. */
const refusedTexts: Readonly<Record<Exclude<AttentionClass, 'account'>, string>> = {
  request: 'A carrier calls a request of ours invalid.',
  content: 'A text was filtered as spam.',
  unclassified: 'A carrier gave a reason that no table knows.',
}

interface Props {
  readonly config: Config
  readonly alarms: Alarms
}

/** Alarms on what no retry mends, as `publish`, `request` and `receipt` count it. */
export class Attention extends Construct {
  constructor(scope: Construct, id: string, { config, alarms }: Props) {
    super(scope, id)
    alarms.page('Faults', {
      metric: ourMetric(config, 'Fault'),
      outage: 'Machine',
      says: 'A notification ended by a fault of ours.',
      section: 'a-fault-of-ours',
    })
    alarms.page('Failedaccount', {
      metric: ourMetric(config, 'NeedsAttention', { class: 'account' }),
      outage: 'Arrival',
      says: 'A carrier sends nothing for our account: a quota, a sandbox, credentials, a sender or a price.',
      section: 'the-account-cannot-send',
    })
    for (const [failureClass, says] of Object.entries(refusedTexts))
      alarms.warn(`Failed${failureClass}`, {
        metric: ourMetric(config, 'NeedsAttention', { class: failureClass }),
        says,
        section: 'a-text-was-refused',
      })
    this.#watchSpending({ config, alarms })
    this.#watchStrangers({ config, alarms })
  }

  #watchSpending({ config, alarms }: Props): void {
    const reached = (level: string) => ourMetric(config, 'BudgetReached', { level })
    const says = (level: string) => `A kind has spent ${level} % of its budget of the day.`
    const section = 'a-budget-is-spent'
    alarms.warn('Budget80', { metric: reached('80'), says: says('80'), section })
    alarms.page('Budget100', { metric: reached('100'), says: says('100'), section })
  }

  #watchStrangers({ config, alarms }: Props): void {
    alarms.warn('Conflicts', {
      metric: ourMetric(config, 'Rejected', { code: 'idempotency-conflict' }),
      says: 'Two different requests came under one notificationId.',
      section: 'two-requests-under-one-id',
    })
    alarms.warn('ForeignRequests', {
      metric: ourMetric(config, 'Rejected', { code: 'foreign-source' }),
      says: 'A request came from a source or an account that may not ask.',
      section: 'a-stranger-asks',
    })
    alarms.warn('ForgedCallbacks', {
      metric: ourMetric(config, 'CallbackRefused', { reason: 'forged' }),
      threshold: 20,
      says: 'Callbacks are forged, or the auth token in the secret is not the account’s.',
      section: 'callbacks-are-forged',
    })
  }
}
