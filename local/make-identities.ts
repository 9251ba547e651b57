import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam'
import type { ClientSettings, Target } from '../commands/target.ts'

/** Keys of an identity of its own. */
export type Credentials = NonNullable<ClientSettings['credentials']>

/** One who submits templates, and another who decides on them: nobody decides on what they submitted. */
export type Identities = Readonly<Record<'author' | 'reviewer', Credentials>>

const allow = (
  Action: readonly string[],
  Resource: string,
  Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>,
) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
})

/**
 * What authors and reviewers need, as docs/templates.md lists it: to find the deployment, to read its templates, which the customer key
 * encrypts, and to call the review by its URL. The right to call the function past its URL would let them say who they are.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export const policyFor = ({ outputs }: Pick<Target, 'outputs'>, stackName: string) => {
  const ours = `arn:aws:lambda:*:*:function:${stackName}-*`
  return {
    Version: '2012-10-17',
    Statement: [
      allow(['cloudformation:DescribeStacks'], '*'),
      allow(['dynamodb:GetItem', 'dynamodb:Query'], `arn:aws:dynamodb:*:*:table/${outputs.TableName}`),
      allow(['kms:Decrypt'], 'arn:aws:kms:*:*:key/*', { StringLike: { 'kms:ViaService': 'dynamodb.*.amazonaws.com' } }),
      allow(['lambda:InvokeFunctionUrl'], ours, { StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' } }),
      allow(['lambda:InvokeFunction'], ours, { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } }),
    ],
  }
}

/** Makes both as users of the account, as an operator does who has no IAM Identity Center. */
export const makeIdentities = async (target: Target, stackName: string): Promise<Identities> => {
  const iam = new IAMClient(target.client)
  const PolicyDocument = JSON.stringify(policyFor(target, stackName))
  const userCalled = async (UserName: string): Promise<Credentials> => {
    await iam.send(new CreateUserCommand({ UserName }))
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'templates', PolicyDocument }))
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }))
    return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' }
  }
  return { author: await userCalled('author'), reviewer: await userCalled('reviewer') }
}
