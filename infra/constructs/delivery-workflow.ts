import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { deliverNotification } from '../../workflows/deliver-notification.ts'
import { DeliverySteps } from './delivery-steps.ts'
import type { Surroundings } from './lambda-step.ts'

/** Longer than any validity and its last wait: what is still running then is stuck. */
const longestRun = Duration.days(3)

/** The workflow `deliver-notification`, an execution a notification. */
export class DeliveryWorkflow extends Construct {
  /** Made of the name, so that the functions of the workflow may settle its tasks without a circle of dependencies. */
  readonly arn: string
  readonly stateMachine: StateMachine
  readonly steps: DeliverySteps

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    const { config, key, alarms } = surroundings
    const stateMachineName = `${config.stackName}-deliver-notification`
    this.arn = Stack.of(this).formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: stateMachineName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    this.steps = new DeliverySteps(this, 'Steps', surroundings, this)
    const { validate, send, fallBack, close } = this.steps
    const destination = new LogGroup(this, 'Log', {
      logGroupName: `/aws/vendedlogs/states/${stateMachineName}`, // AWS keeps a resource policy short for this prefix
      encryptionKey: key,
      retention: config.retentionDays.logs,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName,
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
    alarms.when('ExecutionsTimedOut', this.stateMachine.metricTimedOut({ statistic: 'Sum' }), 'An execution was stuck.')
    alarms.when('ExecutionsAborted', this.stateMachine.metricAborted({ statistic: 'Sum' }), 'An execution was stopped by hand.')
  }

  letStart(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ['states:StartExecution'], resourceArns: [this.arn] })
  }

  letSettle(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ['states:SendTaskSuccess', 'states:SendTaskFailure'], resourceArns: [this.arn] })
  }
}
