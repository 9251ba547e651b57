import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns'
import { advice, type Check, type Finding, fine, unknown } from '../finding.ts'

const remedy = 'Subscribe the people on duty to the topic of output PageTopicArn, and have each confirm the mail that they get.'

/** @param subscriptions the ARN of each; one that nobody has confirmed has none */
export const judgeOnDuty = (subscriptions: readonly (string | undefined)[]): Finding => {
  const confirmed = subscriptions.filter((arn) => arn?.startsWith('arn:')).length
  if (confirmed > 0) return fine(`Alarms call ${confirmed} subscribers.`)
  return advice(subscriptions.length > 0 ? 'No subscriber of the alarms has confirmed.' : 'Alarms call nobody.', remedy)
}

export const onDuty: Check = {
  name: 'people on duty',
  look: async ({ client, outputs }) => {
    const { PageTopicArn: TopicArn } = outputs
    if (TopicArn === undefined)
      return unknown('The stack does not say where its alarms go.', 'Deploy the version of this command.')
    const arns: (string | undefined)[] = []
    for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client: new SNSClient(client) }, { TopicArn }))
      arns.push(...Subscriptions.map(({ SubscriptionArn }) => SubscriptionArn))
    return judgeOnDuty(arns)
  },
}
