import { Duration } from 'aws-cdk-lib'
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import { industryKinds, kinds } from '../../functions/notification/kinds.ts'
import { carriersIn } from '../../functions/steering/carriers-now.ts'
import type { Config } from '../config.ts'
import type { Alarms } from './alarms.ts'
import { ourMetric } from './our-metric.ts'
import { ofEnough, percentOf, stopped } from './percent-of.ts'

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
    alarms.page('PaymentsTwice', {
      metric: ourMetric(config, 'Duplicate', { kind: 'payment' }),
      says: 'A person got a payment’s text twice.',
      section: 'a-payment-was-told-twice',
    })
    if (!config.parts.combinedAlarms) return
    this.#watchOutcomes(config, alarms)
    for (const carrier of carriersIn(config.carriers)) this.#watchCarrier(carrier, config, alarms)
    for (const carrier of carriersIn(config.carriers, ['verification'])) this.#watchSpeed(carrier, config, alarms)
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
    // No attempt is both: who is fallen back from in silence has neither failed nor left its answer unknown.
    const failed = [ourMetric(config, 'CarrierFailed', { carrier }), ourMetric(config, 'FellBack', { carrier, cause: 'silent' })]
    alarms.page(`Failing${carrier}`, {
      metric: percentOf({ label: 'failed', part: failed, whole: attempts, period: Duration.minutes(10), enough }),
      threshold: 30,
      comparison: above,
      outage: 'Arrival',
      says: `Within 10 minutes, ${carrier} failed with more than 30 % of the texts: refused, did not answer, or sent no receipt in time.`,
      section: 'a-carrier-fails',
    })
    const accepted = industryKinds.map((kind) => ourMetric(config, 'Accepted', { kind, carrier }))
    const receipts = [ourMetric(config, 'Receipts', { carrier })]
    alarms.page(`NoReceipts${carrier}`, {
      metric: stopped({ label: 'receipts stopped', part: receipts, whole: accepted, period: Duration.minutes(15), enough }),
      periods: 2,
      outage: 'Arrival',
      says: `For 30 minutes ${carrier} took ${enough} texts or more in each 15, and sent no receipt.`,
      section: 'receipts-stopped',
    })
  }
  #watchSpeed(carrier: string, config: Config, alarms: Alarms): void {
    const seconds = ourMetric(config, 'SecondsToAccept', { kind: 'verification', carrier }, 'p99')
    alarms.page(`SlowCodes${carrier}`, {
      metric: ofEnough(seconds, { label: 'seconds, p99', period: Duration.minutes(5), enough }),
      threshold: 5,
      comparison: above,
      periods: 3,
      outage: 'Arrival',
      says: `For 15 minutes, one code in a hundred had waited more than 5 seconds when ${carrier} took it.`,
      section: 'codes-are-slow',
    })
  }
}
