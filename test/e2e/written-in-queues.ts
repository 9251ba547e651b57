import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation'
import { GetQueueAttributesCommand, ListQueueTagsCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { ClientSettings } from '../../commands/target.ts'
import type { Written } from './canaries.ts'
import { messagesIn } from './messages-in.ts'

/** The queues whose bodies may hold personal data, by how their logical id begins. */
const holding = {
  RequestsQueue: 'requestQueue',
  EventsNotEncryptedQueue: 'busDeadLetters',
  RequestsDeadLettersQueue: 'requestDeadLetters',
  InterventionsQueue: 'interventions',
  InterventionsNotHeededQueue: 'interventions',
  PermissionsQueue: 'permissionQueue',
  PermissionsUnreadQueue: 'permissionDeadLetters',
  ReceiptsNotTakenQueue: 'receiptDeadLetters',
} as const

const queuesOf = async (settings: ClientSettings, StackName: string) => {
  const client = new CloudFormationClient(settings)
  const queues: { readonly name: string; readonly url: string }[] = []
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
    for (const { ResourceType, LogicalResourceId = '', PhysicalResourceId = '' } of StackResourceSummaries)
      if (ResourceType === 'AWS::SQS::Queue')
        queues.push({ name: LogicalResourceId.replace(/[0-9A-F]{8}$/, ''), url: PhysicalResourceId })
  return queues
}

/** Attributes and tags of every queue of the stack, and of each message the attributes apart from the body. Nothing is taken out. */
export const writtenInQueues = async (settings: ClientSettings, stackName: string): Promise<Written[]> => {
  const client = new SQSClient(settings)
  const written: Written[] = []
  for (const { name, url: QueueUrl } of await queuesOf(settings, stackName)) {
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))
    const { Tags } = await client.send(new ListQueueTagsCommand({ QueueUrl }))
    written.push({ place: 'queue', name, text: JSON.stringify([QueueUrl, Attributes, Tags]) })
    const bodies = Object.entries(holding).find(([queue]) => queue === name)?.[1] ?? 'body of a message'
    for (const { Body = '', ...attributes } of await messagesIn(client, QueueUrl))
      written.push(
        { place: bodies, name, text: Body },
        { place: 'attribute of a message', name, text: JSON.stringify(attributes) },
      )
  }
  return written
}
