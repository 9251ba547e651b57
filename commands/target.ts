import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import * as z from 'zod'
import { Failed } from './failed.ts'

/** Which deployment a command is for: an account's where a profile or Region is named, else the one that runs on this machine. */
export interface TargetOptions {
  readonly profile?: string
  readonly region?: string
  readonly stack?: string
}

/** For any client of the AWS SDK. */
export interface ClientSettings {
  readonly region?: string
  readonly endpoint?: string
  readonly profile?: string
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

const Outputs = z.object({
  BusName: z.string(),
  TableName: z.string(),
  RequestQueueArn: z.string(),
  WorkflowArn: z.string(),
  ReviewUrl: z.url(),
  ReviewWorkflowArn: z.string(),
  SteerUrl: z.url(),
  RevealUrl: z.url(),
  SweepFunctionName: z.string(),
  ExplainFunctionName: z.string(),
  ReceiptFunctionName: z.string(),
  CloseFunctionName: z.string(),
  CloseReviewFunctionName: z.string(),
  HashKeyArn: z.string(),
  EventsNotEncryptedUrl: z.url(),
  RequestsDeadLettersUrl: z.url(),
  InterventionsNotHeededUrl: z.url(),
  PermissionsUnreadUrl: z.url(),
  ReceiptsNotTakenUrl: z.url(),
  DeliveryStepsNotClosedUrl: z.url(),
  ExecutionsNotToldUrl: z.url(),
  TemplatesStepsReviewNotClosedUrl: z.url(),
  TemplatesEndsNotToldUrl: z.url(),
  StatusUnpublishedUrl: z.url(),
  PageTopicArn: z.string(),
  WarningTopicArn: z.string(),
  TwilioAccountArn: z.string().optional(),
  TwilioCallbackUrl: z.url().optional(),
  TwilioReplyUrl: z.url().optional(),
})

/** A deployed stack: how to reach it, and its outputs. */
export interface Target {
  readonly client: ClientSettings
  readonly outputs: z.infer<typeof Outputs>
}

const onThisMachine: ClientSettings = {
  region: 'us-east-1',
  // biome-ignore lint/style/noProcessEnv: the AWS SDK's own variable, for an emulator on another port
  endpoint: process.env.AWS_ENDPOINT_URL ?? 'http://127.0.0.1:4566',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
}

const settingsFor = ({ profile, region }: TargetOptions): ClientSettings => {
  if (profile === undefined && region === undefined) return onThisMachine
  // biome-ignore lint/style/noProcessEnv: the AWS SDK reads the endpoint_url of a profile by this variable alone, not by its option
  if (profile) process.env.AWS_PROFILE = profile
  return { ...(region && { region }), ...(profile && { profile }) }
}

/** What usually stands behind it where a stack cannot be read, said to whoever typed the command. */
const explained = (error: unknown, stack: string, local: boolean): unknown => {
  if (error instanceof z.ZodError)
    return new Failed(`The stack ${stack} is of another version than this command: deploy it anew.`)
  if (!(error instanceof Error)) return error
  if (local && 'code' in error && error.code === 'ECONNREFUSED')
    return new Failed('Nothing runs on this machine: start it by `npm start`, or name an account by --profile or --region.')
  return error.name === 'ValidationError'
    ? new Failed(`There is no stack ${stack} there: deploy it first, or name another by --stack.`)
    : error
}

/** Reads the outputs of a deployed stack. */
export const readStack = async (client: ClientSettings, stack: string): Promise<Target> => {
  const { Stacks } = await new CloudFormationClient(client).send(new DescribeStacksCommand({ StackName: stack }))
  const given = Stacks?.[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]) ?? []
  return { client, outputs: Outputs.parse(Object.fromEntries(given)) }
}

/**
 * Finds the deployment that a command is for.
 * @throws a sentence where there is none, or nobody may see it
 */
export const findTarget = async (options: TargetOptions): Promise<Target> => {
  const client = settingsFor(options)
  const local = client === onThisMachine
  const stack = options.stack ?? (local ? 'HeliographLocal' : 'Heliograph')
  return readStack(client, stack).catch((error: unknown) => {
    throw explained(error, stack, local)
  })
}
