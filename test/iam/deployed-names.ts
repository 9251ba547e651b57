import { CloudFormationClient, paginateListStackResources, type StackResourceSummary } from '@aws-sdk/client-cloudformation'
import type { ClientSettings } from '../../commands/target.ts'
import { deployments } from '../../infra/deployments.ts'

/** The physical name of what the stack deployed, by its construct, e.g. "StatusPublishRole". */
export const deployedNames = async (client: ClientSettings) => {
  const pages = paginateListStackResources(
    { client: new CloudFormationClient(client) },
    { StackName: deployments.local.stackName },
  )
  const resources: StackResourceSummary[] = []
  for await (const { StackResourceSummaries = [] } of pages) resources.push(...StackResourceSummaries)
  return (construct: string) => {
    const isIt = new RegExp(`^${construct}[0-9A-F]{8}$`)
    const found = resources.find(({ LogicalResourceId = '' }) => isIt.test(LogicalResourceId))
    if (!found?.PhysicalResourceId) throw new Error(`the stack has no ${construct}`)
    return found.PhysicalResourceId
  }
}
