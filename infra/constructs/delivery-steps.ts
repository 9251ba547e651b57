import { Duration, Validations } from 'aws-cdk-lib'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { secondsToRecord } from '../config.ts'
import { priceList, readPrices } from '../read-prices.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import type { NamedWorkflow } from './named-workflow.ts'
import type { TwilioAccount } from './twilio-account.ts'

/** A step that reads and writes records, with time for DynamoDB to come back. */
const recordTimeout = Duration.seconds(30)

/** The functions of the workflow's steps, each with no more rights than its step needs. */
export class DeliverySteps extends Construct {
  readonly validate: LambdaStep
  readonly send: LambdaStep
  readonly fallBack: LambdaStep
  readonly close: LambdaStep

  constructor(scope: Construct, id: string, surroundings: Surroundings, workflow: NamedWorkflow) {
    super(scope, id)
    const { key, alarms } = surroundings
    this.validate = this.#validate(surroundings)
    this.send = this.#send(surroundings)
    this.fallBack = new LambdaStep(this, 'FallBack', surroundings, { folder: 'fall-back', timeout: recordTimeout })
    const holds = 'Ended executions whose notification could not be closed.'
    const onFailure = new FailureQueue(this, 'NotClosed', { key, alarms, holds }).queue
    this.close = new LambdaStep(this, 'Close', surroundings, { folder: 'close', timeout: recordTimeout, onFailure })

    this.validate.usesRecords('GetItem', 'UpdateItem')
    for (const step of [this.send, this.fallBack, this.close]) step.takesReceipts(workflow)
    this.send.usesRecords('ConditionCheckItem') // a kind that is not counted only asks that its recipient is as they were read
    this.#tell(surroundings)
    for (const step of [this.validate, this.send]) step.judgesPolicy()
  }

  /** Lets `send` use a Twilio account, which calls back at a public URL of ours. */
  sendByTwilio({ secret }: TwilioAccount, callbackUrl: string, twilioUrl: string): void {
    this.send.uses('TWILIO_ACCOUNT_ARN', secret.secretArn).uses('TWILIO_CALLBACK_URL', callbackUrl).uses('TWILIO_URL', twilioUrl)
    secret.grantRead(this.send.function)
  }

  /** Those that decide who sends are told what the deployment says of it. */
  #tell({ config }: Surroundings): void {
    for (const step of [this.validate, this.fallBack])
      step
        .uses('CARRIERS', JSON.stringify(config.carriers))
        .uses('RECEIPT_SECONDS', JSON.stringify(config.receiptSeconds))
        .uses('SHORTEST_WAIT', String(config.sending.shortestWaitSeconds))
  }

  #validate(surroundings: Surroundings): LambdaStep {
    const { allowedCountries, onlyTo, carriers, kinds } = surroundings.config
    const prices = priceList(readPrices(), allowedCountries, Object.values(carriers).flat())
    const validate = new LambdaStep(this, 'Validate', surroundings, { folder: 'validate', timeout: recordTimeout })
    validate
      .uses('ALLOWED_COUNTRIES', JSON.stringify(allowedCountries))
      .uses('PRICES', JSON.stringify(prices))
      .uses('KINDS', JSON.stringify(kinds))
    if (onlyTo) validate.uses('ONLY_TO', JSON.stringify(onlyTo))
    return validate
  }

  #send(surroundings: Surroundings): LambdaStep {
    const { sending, senders, maxPriceUsd, endpoints } = surroundings.config
    const send = new LambdaStep(this, 'Send', surroundings, {
      folder: 'send',
      timeout: Duration.seconds(sending.functionSeconds),
    })
      .uses('SENDERS', JSON.stringify(senders))
      .uses('CARRIER_TIMEOUT_MS', String(sending.callSeconds * 1000))
      .uses('MOST_MS_BEFORE_CALL', String((sending.functionSeconds - sending.callSeconds - secondsToRecord) * 1000))
      .uses('MAX_PRICE_USD', String(maxPriceUsd))
    if (endpoints.sns) send.function.addEnvironment('AWS_ENDPOINT_URL_SNS', endpoints.sns) // the SDK's own variable
    Validations.of(send).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'A phone number is no resource of IAM, so the right to text one can only be written as `*`; topics are taken out again.',
    })
    send.function.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }))
    send.function.addToRolePolicy(
      new PolicyStatement({ effect: Effect.DENY, actions: ['sns:Publish'], resources: ['arn:*:sns:*:*:*'] }),
    )
    return send
  }
}
