import { CfnResource, type Stack, Validations } from 'aws-cdk-lib'

/** Why a resource may have a finding of cdk-nag, as it stands beside the code of its construct or of one around it. */
export const acknowledgedReasons = (stack: Stack) => {
  const constructs = new Map(
    stack.node
      .findAll()
      .filter((construct) => CfnResource.isCfnResource(construct))
      .map((resource) => [String(stack.resolve(resource.logicalId)), resource]),
  )
  /** @param finding how its id goes on after the name of the pack, e.g. "IAM5[Resource::*]" */
  return (logicalId: string, finding: string): string => {
    const around = [...(constructs.get(logicalId)?.node.scopes ?? [])].reverse()
    const acknowledged = around.flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.entries(data)),
    )
    return String(acknowledged.find(([id]) => id.includes(`AwsSolutions-${finding}`))?.[1] ?? '')
  }
}
