import type { PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { SendTaskFailureCommand, SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { Message } from '../../../functions/carriers/carrier.ts'
import type { Answer } from '../../../functions/notification/attempt.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { emit } from '../../../functions/runtime/emit.ts'

export type WorkflowCommand = StartExecutionCommand | SendTaskSuccessCommand | SendTaskFailureCommand

/** All that one invocation has to do with the world. A port that never answers again is a process that died. */
export interface Ports {
  /** One document command to the table, e.g. an UpdateCommand; throws what the SDK throws. */
  readonly dynamo: (command: object) => Promise<object>
  readonly workflows: (command: WorkflowCommand) => Promise<object>
  readonly events: (command: PutEventsCommand) => Promise<object>
  readonly callCarrier: (name: CarrierName, message: Message) => Promise<Answer>
  readonly keepDeadLetter: (body: string) => Promise<void>
  readonly emit: typeof emit
  readonly now: () => Date
  /** From 0 to 1. */
  readonly random: () => number
  readonly newMark: () => string
  readonly pause: () => Promise<void>
}
