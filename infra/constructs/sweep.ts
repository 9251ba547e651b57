import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import { openIndex } from '../../functions/record/open-index.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import type { NamedWorkflow } from './named-workflow.ts'
import { ourMetric } from './our-metric.ts'

/** The longest that Lambda offers, and how long the sweep takes up notifications: what it has begun ends in between. */
const functionTimeout = Duration.minutes(15)
const sweepTime = Duration.minutes(13)

/** Once a day: what an outage left open past its deadline ends, and somebody is called. */
export class Sweep extends Construct {
  /** An operator may run it at any time. */
  readonly functionName: string

  constructor(scope: Construct, id: string, surroundings: Surroundings, workflow: NamedWorkflow) {
    super(scope, id)
    const { alarms, config } = surroundings
    const sweep = new LambdaStep(this, 'Sweep', surroundings, { folder: 'sweep', timeout: functionTimeout })
    sweep.takesReceipts(workflow)
    sweep.queriesIndex(openIndex)
    sweep.uses('RUN_SECONDS', String(sweepTime.toSeconds()))
    // No dead letters: a run that did not take place leaves everything to the next one.
    new Rule(this, 'Daily', { schedule: Schedule.rate(Duration.days(1)), targets: [new LambdaFunction(sweep.function)] })
    alarms.warn('Swept', {
      metric: ourMetric(config, 'Swept'),
      says: 'The sweep ended notifications that had lost their workflow.',
      section: 'the-sweep-found-something',
    })
    this.functionName = sweep.function.functionName
  }
}
