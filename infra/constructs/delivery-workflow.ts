import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { mostDaysAhead } from '../../functions/notification/due-at.ts'
import { deliverNotification } from '../../workflows/deliver-notification.ts'
import { DeliverySteps } from './delivery-steps.ts'
import type { Surroundings } from './lambda-step.ts'
import { loggedStateMachine } from './logged-state-machine.ts'
import { NamedWorkflow } from './named-workflow.ts'

/** As long as a text may be put off, any validity and its last wait: what is still running then is stuck. */
const longestRun = Duration.days(mostDaysAhead + 3)

/** The workflow `deliver-notification`, an execution a notification. */
export class DeliveryWorkflow extends Construct {
  readonly named: NamedWorkflow
  readonly steps: DeliverySteps

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    this.named = new NamedWorkflow(this, surroundings.config.stackName, 'deliver-notification')
    this.steps = new DeliverySteps(this, 'Steps', surroundings, this.named)
    const functions = {
      validate: this.steps.validate.function,
      send: this.steps.send.function,
      fallBack: this.steps.fallBack.function,
      close: this.steps.close.function,
    }
    const stateMachine = loggedStateMachine(this, surroundings, {
      name: this.named.name,
      chain: deliverNotification(this, functions),
      functions: Object.values(functions),
      longestRun,
    })
    const { alarms } = surroundings
    alarms.when('ExecutionsTimedOut', stateMachine.metricTimedOut({ statistic: 'Sum' }), 'An execution was stuck.')
    alarms.when('ExecutionsAborted', stateMachine.metricAborted({ statistic: 'Sum' }), 'An execution was stopped by hand.')
  }
}
