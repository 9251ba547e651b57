import {
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda'
import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { ClientSettings } from '../../commands/target.ts'
import { deployedNames } from './deployed-names.ts'

/** The failure queue of the stream, the function that fills it and the one that empties it. */
export const unpublished = async (client: ClientSettings) => {
  const nameOf = await deployedNames(client)
  const [lambda, queues] = [new LambdaClient(client), new SQSClient(client)]
  const QueueUrl = nameOf('StatusUnpublishedQueue')
  const list = new ListEventSourceMappingsCommand({ FunctionName: nameOf('StatusPublishFunction') })
  const { EventSourceMappings = [] } = await lambda.send(list)
  const { UUID, MaximumRecordAgeInSeconds: asDeployed } = EventSourceMappings[0] ?? {}
  const giveUpAfter = (seconds: number | undefined) =>
    lambda.send(new UpdateEventSourceMappingCommand({ UUID, MaximumRecordAgeInSeconds: seconds }))

  return {
    /** Does this while Lambda gives up soon on a change that `publish` fails with. */
    whileImpatient: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      await giveUpAfter(1) // the emulator counts no tries
      try {
        return await work()
      } finally {
        await giveUpAfter(asDeployed)
      }
    },
    /** The bodies of the letters that nobody holds; they are not hidden by being looked at. */
    letters: async () => {
      const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 }))
      return Messages.map(({ Body = '' }) => Body)
    },
    /** Puts a letter in again, as an operator may: a run that fails hides it for some minutes. */
    putBack: (letter: string) => queues.send(new SendMessageCommand({ QueueUrl, MessageBody: letter })),
    /** How many letters there are, seen and hidden. */
    count: async () => {
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
      const { Attributes } = await queues.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }))
      return AttributeNames.reduce((sum, name) => sum + Number(Attributes?.[name]), 0)
    },
    /** @returns what Lambda says when the function failed */
    republish: async () => {
      const run = new InvokeCommand({ FunctionName: nameOf('StatusAgainRepublishFunction'), Payload: '{}' })
      return (await lambda.send(run)).FunctionError
    },
  }
}
