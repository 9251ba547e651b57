import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { deliverNotification } from '../../workflows/deliver-notification.ts'
import { inFinding } from '../in-finding.ts'
import { DeliverySteps } from './delivery-steps.ts'
import type { Surroundings } from './lambda-step.ts'
import { NamedWorkflow } from './named-workflow.ts'

/** Longer than any validity and its last wait: what is still running then is stuck. */
const longestRun = Duration.days(3)

/** The workflow `deliver-notification`, an execution a notification. */
export class DeliveryWorkflow extends Construct {
  readonly named: NamedWorkflow
  readonly steps: DeliverySteps

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    const { config, key, alarms } = surroundings
    this.named = new NamedWorkflow(this, config.stackName)
    this.steps = new DeliverySteps(this, 'Steps', surroundings, this.named)
    const { validate, send, fallBack, close } = this.steps
    const destination = new LogGroup(this, 'Log', {
      logGroupName: `/aws/vendedlogs/states/${this.named.name}`, // AWS keeps a resource policy short for this prefix
      encryptionKey: key,
      retention: config.retentionDays.logs,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: this.named.name,
      definitionBody: DefinitionBody.fromChainable(
        deliverNotification(this, {
          validate: validate.function,
          send: send.function,
          fallBack: fallBack.function,
          close: close.function,
        }),
      ),
      timeout: longestRun,
      logs: { destination, level: LogLevel.ALL, includeExecutionData: false },
    })
    this.#acknowledge(stateMachine)
    alarms.when('ExecutionsTimedOut', stateMachine.metricTimedOut({ statistic: 'Sum' }), 'An execution was stuck.')
    alarms.when('ExecutionsAborted', stateMachine.metricAborted({ statistic: 'Sum' }), 'An execution was stopped by hand.')
  }

  #acknowledge(stateMachine: StateMachine): void {
    const findings = Validations.of(stateMachine)
    findings.acknowledge(
      {
        id: 'AwsSolutions-SF2',
        reason: 'Each execution has its history and its log; X-Ray would cost one more right on everything.',
      },
      { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'A log delivery is no resource of IAM.' },
    )
    for (const step of [this.steps.validate, this.steps.send, this.steps.fallBack, this.steps.close]) {
      const reason = 'The CDK lets a workflow invoke the versions of its functions as well; these have none.'
      findings.acknowledge({ id: `AwsSolutions-IAM5[Resource::${inFinding(this, step.function.functionArn)}:*]`, reason })
    }
  }
}
