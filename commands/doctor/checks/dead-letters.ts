import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { deadLetterQueues } from '../../dead-letter-queues.ts'
import { type Check, type Finding, fault, fine } from '../finding.ts'

/** One that somebody looks at is hidden for a while, and waits all the same. */
const counted = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const

/** @param waiting how many lie in each queue, by its name */
export const judgeDeadLetters = (waiting: Readonly<Record<string, number>>): Finding => {
  const some = Object.entries(waiting).filter(([, count]) => count > 0)
  if (some.length === 0) return fine('No dead letter waits.')
  return fault(
    `Dead letters wait: ${some.map(([queue, count]) => `${count} of ${queue}`).join(', ')}.`,
    '`heliograph redrive --dry-run` says what would become of each.',
  )
}

export const deadLetters: Check = {
  name: 'dead letters',
  look: async (target) => {
    const queues = new SQSClient(target.client)
    const counts = Object.entries(deadLetterQueues(target)).map(async ([name, QueueUrl]) => {
      const { Attributes = {} } = await queues.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counted] }))
      return [name, counted.reduce((sum, attribute) => sum + Number(Attributes[attribute] ?? 0), 0)] as const
    })
    return judgeDeadLetters(Object.fromEntries(await Promise.all(counts)))
  },
}
