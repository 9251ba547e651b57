import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns'
import type { Target } from '../../target.ts'
import { advice, type Check, type Finding, fine } from '../finding.ts'

/** By its ARN; one that nobody has confirmed has none. */
type Subscription = string | undefined

const confirmed = (subscriptions: readonly Subscription[]) => subscriptions.filter((arn) => arn?.startsWith('arn:')).length

const nobody = (called: 'pages' | 'warnings', output: string, subscriptions: readonly Subscription[]): Finding =>
  advice(
    subscriptions.length > 0 ? `No subscriber of the ${called} has confirmed.` : `The ${called} call nobody.`,
    `Subscribe the people on duty to the topic of output ${output}, and have each confirm the mail that they get.`,
  )

export const judgeOnDuty = (pages: readonly Subscription[], warnings: readonly Subscription[]): Finding => {
  if (confirmed(pages) === 0) return nobody('pages', 'PageTopicArn', pages)
  if (confirmed(warnings) === 0) return nobody('warnings', 'WarningTopicArn', warnings)
  return fine(`Pages call ${confirmed(pages)} and warnings ${confirmed(warnings)} subscribers.`)
}

const subscriptionsTo = async ({ client }: Target, TopicArn: string): Promise<Subscription[]> => {
  const arns: Subscription[] = []
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client: new SNSClient(client) }, { TopicArn }))
    arns.push(...Subscriptions.map(({ SubscriptionArn }) => SubscriptionArn))
  return arns
}

export const onDuty: Check = {
  name: 'people on duty',
  look: async (target) => {
    const { PageTopicArn, WarningTopicArn } = target.outputs
    return judgeOnDuty(await subscriptionsTo(target, PageTopicArn), await subscriptionsTo(target, WarningTopicArn))
  },
}
