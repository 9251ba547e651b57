import { Duration } from 'aws-cdk-lib'
import { FilterPattern } from 'aws-cdk-lib/aws-logs'
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations'
import { Construct } from 'constructs'
import { DeliveryLogging } from './delivery-logging.ts'
import { DeliveryLogs } from './delivery-logs.ts'
import type { DeliveryWorkflow } from './delivery-workflow.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'

/** SNS's delivery logs → receipt → the notification's record → the workflow resumes. */
export class ReceiptIntake extends Construct {
  constructor(scope: Construct, id: string, surroundings: Surroundings, workflow: DeliveryWorkflow) {
    super(scope, id)
    const { key, alarms, config } = surroundings
    const onFailure = new FailureQueue(this, 'NotTaken', { key, alarms, holds: 'Receipts that could not be taken.' }).queue
    const receipt = new LambdaStep(this, 'Receipt', surroundings, { folder: 'receipt', timeout: Duration.minutes(1), onFailure })
    receipt.usesRecords('GetItem', 'PutItem', 'UpdateItem')
    workflow.letSettle(receipt.function)
    const deliveryLogs = new DeliveryLogs(this, 'DeliveryLogs', surroundings)
    if (config.parts.switchOnDeliveryLogging) new DeliveryLogging(this, 'DeliveryLogging', deliveryLogs)
    const destination = new LambdaDestination(receipt.function)
    for (const [name, log] of Object.entries(deliveryLogs.logs))
      log.addSubscriptionFilter(`${name}Receipts`, { destination, filterPattern: FilterPattern.allEvents() })
  }
}
