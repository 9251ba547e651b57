import {
  Alarm,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { Config } from '../config.ts'
import { AlarmTopic } from './alarm-topic.ts'

/** What goes wrong together is one page: each alarm of it stands in the console, and the one above them calls. */
const outages = {
  Arrival: { says: 'Texts do not arrive as they should.', section: 'texts-do-not-arrive' },
  Machine: { says: 'Something is stuck or broke, and no retry mends it.', section: 'the-machine-is-stuck' },
} as const

interface Watch {
  readonly metric: IMetric
  /** What happened, in a sentence for whoever is called. */
  readonly says: string
  /** The heading in docs/operating.md that tells what to do, as its link has it. */
  readonly section: string
  /** One, where it says nothing else. */
  readonly threshold?: number
  /** The threshold itself calls too, where it says nothing else. */
  readonly comparison?: ComparisonOperator
  /** How many periods of the metric in a row. */
  readonly periods?: number
}

interface Page extends Watch {
  /** What it is a sign of, where it is one of many; such a sign must go back by itself when that is over, or it would hide the next. */
  readonly outage?: keyof typeof outages
}

interface Props {
  readonly key: IKey
  readonly config: Pick<Config, 'operators' | 'parts'>
}

const withRunbook = (says: string, section: string) => `${says} What to do: docs/operating.md#${section}`

/**
 * Where operators are called: at any hour by a page, on the next working day by a warning. Each is a topic, to which they subscribe by
 * mail, pager or chat; CloudWatch also puts every change of an alarm on the account's own event bus.
 */
export class Alarms extends Construct {
  readonly pages: AlarmTopic
  readonly warnings: AlarmTopic
  readonly #combines: boolean
  readonly #signs: Readonly<Record<keyof typeof outages, Alarm[]>> = { Arrival: [], Machine: [] }

  constructor(scope: Construct, id: string, { key, config }: Props) {
    super(scope, id)
    this.pages = new AlarmTopic(this, 'Pages', { key, addresses: config.operators.pages })
    this.warnings = new AlarmTopic(this, 'Warnings', { key, addresses: config.operators.warnings })
    this.#combines = config.parts.combinedAlarms
  }

  /** Calls somebody at any hour: people do not get their texts, or get them twice, and no machine mends it. */
  page(id: string, watch: Page): void {
    const alarm = this.#when(id, watch)
    if (watch.outage && this.#combines) this.#signs[watch.outage].push(alarm)
    else this.#call(alarm, this.pages)
  }

  /** Calls somebody who looks at it in the daytime. */
  warn(id: string, watch: Watch): void {
    this.#call(this.#when(id, watch), this.warnings)
  }

  /** Makes one page of each outage, once all its signs are known. */
  combine(): void {
    if (!this.#combines) return
    for (const outage of ['Arrival', 'Machine'] as const) {
      const { says, section } = outages[outage]
      const signs = this.#signs[outage].map((alarm) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM))
      const alarmRule = AlarmRule.anyOf(...signs)
      this.#call(new CompositeAlarm(this, outage, { alarmRule, alarmDescription: withRunbook(says, section) }), this.pages)
    }
  }

  #call(alarm: Alarm | CompositeAlarm, { topic }: AlarmTopic): void {
    alarm.addAlarmAction(new SnsAction(topic))
    alarm.addOkAction(new SnsAction(topic))
  }

  /** Within the metric's period, five minutes unless it says otherwise. No data means that nothing happened. */
  #when(id: string, { metric, says, section, threshold = 1, comparison, periods = 1 }: Watch): Alarm {
    return new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: withRunbook(says, section),
    })
  }
}
