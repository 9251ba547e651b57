import { Duration } from 'aws-cdk-lib'
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import { industryKinds, kinds } from '../../functions/notification/kinds.ts'
import type { Config } from '../config.ts'
import type { Alarms } from './alarms.ts'
import { carriersOf } from './carriers-of.ts'
import { ourMetric } from './our-metric.ts'
import { percentOf, stopped } from './percent-of.ts'

/** Fewer texts than this say nothing of a share. */
const enough = 20

const above = ComparisonOperator.GREATER_THAN_THRESHOLD

interface Props {
  readonly config: Config
  readonly alarms: Alarms
}

/** Alarms on what people notice: texts that do not come, come late or come twice. */
export class Symptoms extends Construct {
  constructor(scope: Construct, id: string, { config, alarms }: Props) {
    super(scope, id)
    for (const carrier of new Set(config.carriers.verification))
      alarms.page(`SlowCodes${carrier}`, {
        metric: ourMetric(config, 'SecondsToAccept', { kind: 'verification', carrier }, 'p99'),
        threshold: 5,
        comparison: above,
        periods: 3,
        outage: 'Arrival',
        says: `For 15 minutes, one code in a hundred took ${carrier} more than 5 seconds to take.`,
        section: 'codes-are-slow',
      })
    alarms.page('PaymentsTwice', {
      metric: ourMetric(config, 'Duplicate', { kind: 'payment' }),
      says: 'A person got a payment’s text twice.',
      section: 'a-payment-was-told-twice',
    })
    if (!config.parts.combinedAlarms) return
    this.#watchOutcomes(config, alarms)
    for (const carrier of carriersOf(config)) this.#watchCarrier(carrier, config, alarms)
  }

  #watchOutcomes(config: Config, alarms: Alarms): void {
    const codes = (outcome: string) => ourMetric(config, 'Ended', { kind: 'verification', outcome })
    const missed = [codes('undeliverable'), codes('expired'), codes('unknown')]
    const period = Duration.minutes(10)
    alarms.page('CodesMissing', {
      metric: percentOf({
        label: 'codes that did not arrive',
        part: missed,
        whole: [codes('delivered'), ...missed],
        period,
        enough,
      }),
      threshold: 5,
      comparison: above,
      outage: 'Arrival',
      says: 'Within 10 minutes, more than 5 % of the codes did not arrive.',
      section: 'codes-do-not-arrive',
    })
    const unknown = industryKinds.map((kind) => ourMetric(config, 'Ended', { kind, outcome: 'unknown' }))
    const requested = industryKinds.map((kind) => ourMetric(config, 'Requested', { kind }))
    alarms.warn('Unknown', {
      metric: percentOf({ label: 'unknown', part: unknown, whole: requested, period: Duration.hours(1), enough }),
      threshold: 5,
      comparison: above,
      says: 'Within an hour, nobody knows of more than 5 % of the texts whether they arrived.',
      section: 'nobody-knows-what-became-of-texts',
    })
  }

  #watchCarrier(carrier: string, config: Config, alarms: Alarms): void {
    const attempts = kinds.map((kind) => ourMetric(config, 'Attempts', { kind, carrier }))
    const failed = [ourMetric(config, 'CarrierFailed', { carrier })]
    alarms.page(`Failing${carrier}`, {
      metric: percentOf({ label: 'failed', part: failed, whole: attempts, period: Duration.minutes(10), enough }),
      threshold: 30,
      comparison: above,
      outage: 'Arrival',
      says: `Within 10 minutes, ${carrier} refused, could not be reached for or did not answer more than 30 % of the texts.`,
      section: 'a-carrier-fails',
    })
    const accepted = industryKinds.map((kind) => ourMetric(config, 'Accepted', { kind, carrier }))
    const receipts = [ourMetric(config, 'Receipts', { carrier })]
    alarms.page(`NoReceipts${carrier}`, {
      metric: stopped({ label: 'receipts stopped', part: receipts, whole: accepted, period: Duration.minutes(30), enough }),
      outage: 'Arrival',
      says: `For 30 minutes ${carrier} took texts and sent no receipt.`,
      section: 'receipts-stopped',
    })
  }
}
