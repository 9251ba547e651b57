import { Duration } from 'aws-cdk-lib'
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern } from 'aws-cdk-lib/aws-logs'
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations'
import { Construct } from 'constructs'
import { DeliveryLogging } from './delivery-logging.ts'
import { DeliveryLogs } from './delivery-logs.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import type { NamedWorkflow } from './named-workflow.ts'
import type { TwilioAccount } from './twilio-account.ts'

/** SNS's delivery logs, and carriers' callbacks → receipt → the notification's record → the workflow resumes. */
export class ReceiptIntake extends Construct {
  readonly #receipt: LambdaStep
  /** An operator may call it again with what it failed with. */
  readonly functionName: string

  constructor(scope: Construct, id: string, surroundings: Surroundings, workflow: NamedWorkflow) {
    super(scope, id)
    const { key, alarms, config } = surroundings
    const notTaken = new FailureQueue(this, 'NotTaken', { key, alarms, holds: 'Receipts that could not be taken.' }).queue
    const receipt = new LambdaStep(this, 'Receipt', surroundings, {
      folder: 'receipt',
      timeout: Duration.minutes(1),
      onFailure: notTaken,
    })
    receipt.takesReceipts(workflow)
    this.#receipt = receipt
    this.functionName = receipt.function.functionName
    const deliveryLogs = new DeliveryLogs(this, 'DeliveryLogs', surroundings)
    if (config.parts.switchOnDeliveryLogging) new DeliveryLogging(this, 'DeliveryLogging', deliveryLogs)
    const destination = new LambdaDestination(receipt.function)
    for (const [name, log] of Object.entries(deliveryLogs.logs))
      log.addSubscriptionFilter(`${name}Receipts`, { destination, filterPattern: FilterPattern.allEvents() })
  }

  /**
   * Lets Twilio call back, signed with the account's auth token.
   * @returns the public URL for its callbacks
   */
  takeCallbacks({ secret }: TwilioAccount): string {
    this.#receipt.uses('TWILIO_ACCOUNT_ARN', secret.secretArn)
    secret.grantRead(this.#receipt.function)
    return `${this.#receipt.function.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url}twilio`
  }
}
