import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge'
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import * as z from 'zod'
import type { Target } from '../commands/target.ts'
import { BudgetDetail, type BudgetEvent, budgetDetailTypes } from '../functions/publish/budget-event.ts'
import { type PermissionEvent, PermissionRejected, RecipientAskedForHelp } from '../functions/publish/permission-event.ts'
import type { OurEvent } from '../functions/publish/put-our-events.ts'
import { StatusDetail, type StatusEvent, statusDetailTypes, statusEventSource } from '../functions/publish/status-event.ts'
import { TemplateDetail, type TemplateEvent, templateDetailTypes } from '../functions/publish/template-event.ts'

/** Events of one sort, as they come from the bus. */
interface Feed<Told> {
  readonly detailTypes: readonly string[]
  readonly read: (body: unknown) => Told
}

/** Events that have one detail, whatever their type. */
const feedOf = <const Type extends string, Detail>(
  detailTypes: readonly Type[],
  detailSchema: z.ZodType<Detail>,
): Feed<{ readonly detailType: Type; readonly detail: Detail }> => {
  const OnBus = z.object({ 'detail-type': z.literal(detailTypes), detail: detailSchema })
  return {
    detailTypes,
    read: (body) => {
      const { 'detail-type': detailType, detail } = OnBus.parse(body)
      return { detailType, detail }
    },
  }
}

const PermissionOnBus = z.object({ 'detail-type': z.string(), detail: z.unknown() })

const ofPermissions: Feed<PermissionEvent> = {
  detailTypes: ['Permission Rejected', 'Recipient Asked For Help'],
  read: (body) => {
    const { 'detail-type': detailType, detail } = PermissionOnBus.parse(body)
    return detailType === 'Permission Rejected'
      ? { detailType, detail: PermissionRejected.parse(detail) }
      : { detailType: 'Recipient Asked For Help', detail: RecipientAskedForHelp.parse(detail) }
  },
}

const longestWaitSeconds = 5

/** A queue behind a rule on the bus, as any consumer of status events has it. */
const subscribe = async (
  { client, outputs }: Target,
  queues: SQSClient,
  name: string,
  detailTypes: readonly string[],
): Promise<string> => {
  const { QueueUrl = '' } = await queues.send(new CreateQueueCommand({ QueueName: name }))
  const { Attributes } = await queues.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
  const events = new EventBridgeClient(client)
  const rule = { EventBusName: outputs.BusName, Name: name }
  const pattern = { source: [statusEventSource], 'detail-type': detailTypes }
  await events.send(new PutRuleCommand({ ...rule, EventPattern: JSON.stringify(pattern) }))
  const Targets = [{ Id: 'queue', Arn: Attributes?.QueueArn ?? '' }]
  await events.send(new PutTargetsCommand({ EventBusName: rule.EventBusName, Rule: rule.Name, Targets }))
  return QueueUrl
}

const poll = async (queues: SQSClient, QueueUrl: string, signal: AbortSignal): Promise<unknown[]> => {
  const receive = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: longestWaitSeconds, MaxNumberOfMessages: 10 })
  const { Messages = [] } = await queues.send(receive, { abortSignal: signal })
  for (const { ReceiptHandle } of Messages) await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
  return Messages.map(({ Body = '' }) => JSON.parse(Body))
}

const watchOver =
  <Told extends OurEvent>({ detailTypes, read }: Feed<Told>) =>
  async (target: Target, name: string, signal: AbortSignal, tell: (event: Told) => void) => {
    const queues = new SQSClient(target.client)
    const url = await subscribe(target, queues, name, detailTypes)
    const seen = new Set<string>()
    const watch = async () => {
      while (!signal.aborted) {
        for (const event of (await poll(queues, url, signal)).map(read)) {
          if (!seen.has(event.detail.eventId)) tell(event)
          seen.add(event.detail.eventId)
        }
      }
    }
    const ended = watch().catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
    return { ended }
  }

/**
 * Tells each status event of a deployment once, until the signal ends it.
 * @param name of the rule and the queue; two that watch the same deployment need two
 * @returns as soon as no event can be missed any more; `ended` settles when the watching is over
 */
export const watchStatusEvents = watchOver<StatusEvent>(feedOf(statusDetailTypes, StatusDetail))

/** The same of what is told of templates. */
export const watchTemplateEvents = watchOver<TemplateEvent>(feedOf(templateDetailTypes, TemplateDetail))

/** The same of what is told of words on whom to text. */
export const watchPermissionEvents = watchOver(ofPermissions)

/** The same of what is told of budgets. */
export const watchBudgetEvents = watchOver<BudgetEvent>(feedOf(Object.values(budgetDetailTypes), BudgetDetail))
