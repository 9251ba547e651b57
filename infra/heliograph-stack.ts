import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Config } from './config.ts'
import { Alarms } from './constructs/alarms.ts'
import { Attention } from './constructs/attention.ts'
import { CustomerKey } from './constructs/customer-key.ts'
import { DeliveryWorkflow } from './constructs/delivery-workflow.ts'
import { EncryptedBus } from './constructs/encrypted-bus.ts'
import { ExecutionWatch } from './constructs/execution-watch.ts'
import { Explainer } from './constructs/explainer.ts'
import { InterventionIntake } from './constructs/intervention-intake.ts'
import { PermissionIntake } from './constructs/permission-intake.ts'
import { ReceiptIntake } from './constructs/receipt-intake.ts'
import { Records } from './constructs/records.ts'
import { ReplyIntake } from './constructs/reply-intake.ts'
import { RequestIntake } from './constructs/request-intake.ts'
import { Revealer } from './constructs/revealer.ts'
import { StatusDashboard } from './constructs/status-dashboard.ts'
import { StatusPublisher } from './constructs/status-publisher.ts'
import { Steering } from './constructs/steering.ts'
import { Sweep } from './constructs/sweep.ts'
import { Symptoms } from './constructs/symptoms.ts'
import { TemplateReview } from './constructs/template-review.ts'
import { TwilioAccount } from './constructs/twilio-account.ts'

interface Props extends StackProps {
  readonly config: Config
  /** The folder of the bundled functions. */
  readonly bundles: string
}

/** All of one deployment, in the order of a notification's path. */
export class HeliographStack extends Stack {
  constructor(scope: Construct, id: string, { config, bundles, ...props }: Props) {
    super(scope, id, props)
    const { key } = new CustomerKey(this, 'CustomerKey')
    const alarms = new Alarms(this, 'Alarms', { key, config })
    const records = new Records(this, 'Records', { key })
    const { bus } = new EncryptedBus(this, 'Events', { config, key, alarms })
    const surroundings = { config, key, alarms, records, bundles }

    const workflow = new DeliveryWorkflow(this, 'Delivery', surroundings)
    const intake = new RequestIntake(this, 'Requests', surroundings, bus, workflow.named)
    new InterventionIntake(this, 'Interventions', surroundings, bus, workflow.named)
    new PermissionIntake(this, 'Permissions', surroundings, bus)
    const receipts = new ReceiptIntake(this, 'Receipts', surroundings, workflow.named)
    if (config.parts.twilio) {
      const account = new TwilioAccount(this, 'Twilio', { key })
      const callbackUrl = receipts.takeCallbacks(account)
      workflow.steps.sendByTwilio(account, callbackUrl, config.endpoints.twilio ?? 'https://api.twilio.com')
      new CfnOutput(this, 'TwilioAccountArn', { value: account.secret.secretArn })
      new CfnOutput(this, 'TwilioCallbackUrl', { value: callbackUrl })
      const replies = new ReplyIntake(this, 'Replies', surroundings, bus, account)
      new CfnOutput(this, 'TwilioReplyUrl', { value: replies.url })
    }
    new ExecutionWatch(this, 'Executions', surroundings, workflow)
    const sweep = new Sweep(this, 'Sweep', surroundings, workflow.named)
    new StatusPublisher(this, 'Status', surroundings, bus, workflow.named)
    const review = new TemplateReview(this, 'Templates', surroundings)
    const steering = new Steering(this, 'Steering', surroundings)
    const revealer = new Revealer(this, 'Reveals', surroundings)
    const explainer = new Explainer(this, 'Explanations', surroundings)
    new Symptoms(this, 'Symptoms', surroundings)
    new Attention(this, 'Attention', surroundings)
    alarms.combine()
    new StatusDashboard(this, 'Dashboard', { config, stateMachine: workflow.stateMachine })

    const outputs = {
      BusName: bus.eventBusName,
      TableName: records.table.tableName,
      RequestQueueArn: intake.queue.queueArn,
      WorkflowArn: workflow.named.arn,
      ReviewUrl: review.url,
      ReviewWorkflowArn: review.named.arn,
      SteerUrl: steering.url,
      RevealUrl: revealer.url,
      HashKeyArn: records.hashKey.secretArn,
      SweepFunctionName: sweep.functionName,
      ExplainFunctionName: explainer.functionName,
      ReceiptFunctionName: receipts.functionName,
      CloseFunctionName: workflow.steps.close.function.functionName,
      CloseReviewFunctionName: review.closeFunctionName,
      PageTopicArn: alarms.pages.topic.topicArn,
      WarningTopicArn: alarms.warnings.topic.topicArn,
    }
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }
}
