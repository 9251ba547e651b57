import { Duration } from 'aws-cdk-lib'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { mostDaysUnderWay } from '../../functions/notification/due-at.ts'
import { deliverNotification } from '../../workflows/deliver-notification.ts'
import { DeliverySteps } from './delivery-steps.ts'
import type { Surroundings } from './lambda-step.ts'
import { loggedStateMachine } from './logged-state-machine.ts'
import { NamedWorkflow } from './named-workflow.ts'

/** The workflow `deliver-notification`, an execution a notification. */
export class DeliveryWorkflow extends Construct {
  readonly named: NamedWorkflow
  readonly steps: DeliverySteps
  readonly stateMachine: StateMachine

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
    this.stateMachine = loggedStateMachine(this, surroundings, {
      name: this.named.name,
      chain: deliverNotification(this, functions),
      functions: Object.values(functions),
      longestRun: Duration.days(mostDaysUnderWay),
    })
    this.#callFor(surroundings)
  }

  #callFor({ alarms }: Surroundings): void {
    const { stateMachine } = this
    const section = 'an-execution-was-stuck-or-stopped'
    const [timedOut, aborted] = [
      stateMachine.metricTimedOut({ statistic: 'Sum' }),
      stateMachine.metricAborted({ statistic: 'Sum' }),
    ]
    alarms.warn('ExecutionsTimedOut', { metric: timedOut, says: 'An execution was stuck.', section })
    alarms.warn('ExecutionsAborted', { metric: aborted, says: 'An execution was stopped by hand.', section })
  }
}
