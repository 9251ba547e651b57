import type { AlarmCase, Recorded } from './recorded.ts'

/** Alarms on dead-letter queues, each with the queue that it watches. */
const deadLetters = {
  NotEncrypted: 'EventsNotEncryptedQueue',
  NotClosed: 'DeliveryStepsNotClosedQueue',
  DeadLetters: 'RequestsDeadLettersQueue',
  NotHeeded: 'InterventionsNotHeededQueue',
  Unread: 'PermissionsUnreadQueue',
  NotTaken: 'ReceiptsNotTakenQueue',
  NotTold: 'ExecutionsNotToldQueue',
  Unpublished: 'StatusUnpublishedQueue',
  ReviewNotClosed: 'TemplatesStepsReviewNotClosedQueue',
  EndsNotTold: 'TemplatesEndsNotToldQueue',
}

const waiting = { RequestsWait: 'RequestsQueue', InterventionsWait: 'InterventionsQueue', PermissionsWait: 'PermissionsQueue' }

const failing = {
  ValidateErrors: 'DeliveryStepsValidateFunction',
  SendErrors: 'DeliveryStepsSendFunction',
  FallBackErrors: 'DeliveryStepsFallBackFunction',
  CloseErrors: 'DeliveryStepsCloseFunction',
  RequestErrors: 'RequestsRequestFunction',
  InterveneErrors: 'InterventionsInterveneFunction',
  PermitErrors: 'PermissionsPermitFunction',
  ReceiptErrors: 'ReceiptsReceiptFunction',
  ReplyErrors: 'RepliesReplyFunction',
  SweepErrors: 'SweepFunction',
  SteerErrors: 'SteeringSteerFunction',
  RevealErrors: 'RevealsRevealFunction',
  PublishErrors: 'StatusPublishFunction',
  RepublishErrors: 'StatusAgainRepublishFunction',
  CheckTemplateErrors: 'TemplatesStepsCheckTemplateFunction',
  RequestReviewErrors: 'TemplatesStepsRequestReviewFunction',
  CloseReviewErrors: 'TemplatesStepsCloseReviewFunction',
  ReviewErrors: 'TemplatesReviewFunction',
  ExplainErrors: 'ExplanationsExplainFunction',
}

const executions = {
  ExecutionsTimedOut: ['ExecutionsTimedOut', 'DeliveryStateMachine', 'TemplatesStateMachine'],
  ExecutionsAborted: ['ExecutionsAborted', 'DeliveryStateMachine', 'TemplatesStateMachine'],
  ReviewsFailed: ['ExecutionsFailed', 'TemplatesStateMachine', 'DeliveryStateMachine'],
  ReviewsTimedOut: ['ExecutionsTimedOut', 'TemplatesStateMachine', 'DeliveryStateMachine'],
  ReviewsAborted: ['ExecutionsAborted', 'TemplatesStateMachine', 'DeliveryStateMachine'],
} as const

type Of = (of: string, ...values: readonly number[]) => Recorded[]

const series =
  (namespace: string, name: string, dimension: string): Of =>
  (of, ...values) =>
    values.map((value) => ({ namespace, name, value, dimensions: { [dimension]: of } }))

const visible = series('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName')
const age = series('AWS/SQS', 'ApproximateAgeOfOldestMessage', 'QueueName')
const errors = series('AWS/Lambda', 'Errors', 'FunctionName')
const behind = series('AWS/Lambda', 'IteratorAge', 'FunctionName')

const letter = ([alarm, queue]: readonly [string, string]): AlarmCase => {
  const others = Object.values(deadLetters).filter((other) => other !== queue)
  return {
    alarm,
    raisedBy: 'the first message in its queue, in the last of five minutes',
    bad: visible(`${queue}.QueueName`, 0, 0, 0, 0, 1),
    notBy: 'messages in all others',
    good: [...visible(`${queue}.QueueName`, 0, 0, 0, 0, 0), ...others.flatMap((other) => visible(`${other}.QueueName`, 1))],
  }
}

const wait = ([alarm, queue]: readonly [string, string]): AlarmCase => ({
  alarm,
  raisedBy: 'a message that waits for five minutes',
  bad: age(`${queue}.QueueName`, 60, 120, 180, 240, 300),
  notBy: 'messages that wait for two',
  good: age(`${queue}.QueueName`, 100, 110, 120, 110, 100),
})

const failure = ([alarm, name]: readonly [string, string]): AlarmCase => {
  const others = Object.values(failing).filter((other) => other !== name)
  return {
    alarm,
    raisedBy: 'one call of many that failed',
    bad: errors(name, 0, 0, 1, 0),
    notBy: 'all other functions',
    good: [...errors(name, 0, 0, 0, 0), ...others.flatMap((other) => errors(other, 1))],
  }
}

const ended = ([alarm, [name, of, other]]: readonly [string, readonly [string, string, string]]): AlarmCase => {
  const executionsOf = series('AWS/States', name, 'StateMachineArn')
  return {
    alarm,
    raisedBy: 'one execution',
    bad: executionsOf(of, 0, 1),
    notBy: 'one of the other workflow',
    good: executionsOf(other, 1),
  }
}

/** Alarms on what AWS itself counts of queues, functions and workflows, with figures as it would write them. */
export const ofTheMachine: readonly AlarmCase[] = [
  ...Object.entries(deadLetters).map(letter),
  ...Object.entries(waiting).map(wait),
  ...Object.entries(failing).map(failure),
  ...Object.entries(executions).map(ended),
  {
    alarm: 'ChangesWait',
    raisedBy: 'a change that was told five minutes late',
    bad: behind('StatusPublishFunction', 1000, 2000, 300_000),
    notBy: 'many that were told two minutes late',
    good: behind('StatusPublishFunction', 120_000, 120_000, 120_000),
  },
]
