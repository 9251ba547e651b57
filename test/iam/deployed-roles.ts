import { CloudFormationClient, paginateListStackResources, type StackResourceSummary } from '@aws-sdk/client-cloudformation'
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { vi } from 'vitest'
import type { ClientSettings } from '../../commands/target.ts'
import { deployments } from '../../infra/deployments.ts'
import { iamOf } from './iam.ts'

/** The rights of the deployed functions, each called as its construct, e.g. "DeliveryStepsSend". */
export const deployedRoles = async (client: ClientSettings) => {
  const pages = paginateListStackResources(
    { client: new CloudFormationClient(client) },
    { StackName: deployments.local.stackName },
  )
  const resources: StackResourceSummary[] = []
  for await (const { StackResourceSummaries = [] } of pages) resources.push(...StackResourceSummaries)
  const logs = new CloudWatchLogsClient(client)
  const iam = iamOf(client.endpoint ?? '')

  /** @param construct e.g. "StatusPublishRole" */
  const nameOf = (construct: string) => {
    const isIt = new RegExp(`^${construct}[0-9A-F]{8}$`)
    const found = resources.find(({ LogicalResourceId = '' }) => isIt.test(LogicalResourceId))
    if (!found?.PhysicalResourceId) throw new Error(`the stack has no ${construct}`)
    return found.PhysicalResourceId
  }

  return {
    /** What IAM says to a function that does this. */
    decision: (step: string, action: string, resource: string) =>
      iam.decision(`arn:aws:iam::000000000000:role/${nameOf(`${step}Role`)}`, action, resource),
    /** Takes a right away from a function, whatever allows it. */
    deny: (step: string, action: string) => iam.deny(nameOf(`${step}Role`), action),
    restore: (step: string) => iam.restore(nameOf(`${step}Role`)),
    /** Waits until the function has said in its log, from this instant on, that it was denied something. */
    denied: (step: string, from: number) =>
      vi.waitFor(
        async () => {
          const filter = new FilterLogEventsCommand({ logGroupName: nameOf(`${step}Log`), startTime: from })
          const { events = [] } = await logs.send(filter)
          if (!events.some(({ message }) => message?.includes('AccessDenied'))) throw new Error(`${step} was denied nothing yet`)
        },
        { timeout: 20_000, interval: 200 },
      ),
  }
}
