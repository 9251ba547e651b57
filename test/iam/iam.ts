/** One right of a policy; an effect that is left out is to allow. */
export interface Statement {
  readonly Effect?: 'Allow' | 'Deny'
  readonly Action: string
  readonly Resource: string
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

const policyOf = (statements: readonly Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) })

/** The account's owner, whose signature the emulator does not check. */
const authorization = 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=any'

/** The few calls of IAM that tests make, in its query protocol. */
export const iamOf = (emulatorUrl: string) => {
  const call = async (Action: string, parameters: Readonly<Record<string, string>>): Promise<string> => {
    const body = new URLSearchParams({ Action, Version: '2010-05-08', ...parameters })
    const response = await fetch(emulatorUrl, { method: 'POST', headers: { authorization }, body })
    const said = await response.text()
    if (!response.ok) throw new Error(`${Action} failed: ${said}`)
    return said
  }
  const PolicyName = 'of-a-test'

  return {
    /** Makes a user who may do this and no more. @returns their credentials */
    userWho: async (UserName: string, may: readonly Statement[]) => {
      await call('CreateUser', { UserName })
      await call('PutUserPolicy', { UserName, PolicyName, PolicyDocument: policyOf(may) })
      const key = await call('CreateAccessKey', { UserName })
      const [accessKeyId = '', secretAccessKey = ''] = ['AccessKeyId', 'SecretAccessKey'].map(
        (name) => key.match(`<${name}>(.*?)</`)?.[1],
      )
      return { accessKeyId, secretAccessKey }
    },
    /** Makes a role that a service may take. @returns its ARN */
    roleOf: async (RoleName: string, Service: string) => {
      const trust = { Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }
      const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trust] })
      await call('CreateRole', { RoleName, AssumeRolePolicyDocument })
      return `arn:aws:iam::000000000000:role/${RoleName}`
    },
    /** What IAM would say to a role that does this, e.g. "allowed" or "explicitDeny". */
    decision: async (roleArn: string, action: string, resource: string) => {
      const asked = { PolicySourceArn: roleArn, 'ActionNames.member.1': action, 'ResourceArns.member.1': resource }
      return (await call('SimulatePrincipalPolicy', asked)).match(/<EvalDecision>(.*?)</)?.[1]
    },
    /** Takes a right away from a role, whatever allows it. */
    deny: (RoleName: string, Action: string) =>
      call('PutRolePolicy', { RoleName, PolicyName, PolicyDocument: policyOf([{ Effect: 'Deny', Action, Resource: '*' }]) }),
    /** Gives it back. */
    restore: (RoleName: string) => call('DeleteRolePolicy', { RoleName, PolicyName }),
  }
}
