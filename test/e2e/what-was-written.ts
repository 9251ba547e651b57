import { readFileSync } from 'node:fs'
import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateDescribeStackEvents,
} from '@aws-sdk/client-cloudformation'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import type { ClientSettings, Target } from '../../commands/target.ts'
import type { Written } from './canaries.ts'
import { writtenInEvents } from './written-in-events.ts'
import { writtenInExecutions } from './written-in-executions.ts'
import { writtenInLogs } from './written-in-logs.ts'
import { writtenInQueues } from './written-in-queues.ts'
import { writtenInStream } from './written-in-stream.ts'

const all = async <Page, Item>(pages: AsyncIterable<Page>, of: (page: Page) => Item[] | undefined) => {
  const items: Item[] = []
  for await (const page of pages) items.push(...(of(page) ?? []))
  return items
}

/** Templates hold the texts of everybody and of nobody: there is no person in them. */
const isTemplate = (key: unknown) => String(key).startsWith('T#')

const placeOfItem = (sortKey: unknown) => (sortKey === 'PERSON' ? 'person' : 'audit record')

const writtenInTable = async ({ client, outputs }: Target): Promise<Written[]> => {
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(client))
  const items = await all(paginateScan({ client: table }, { TableName: outputs.TableName }), ({ Items }) => Items)
  return items
    .filter(({ PK }) => !isTemplate(PK))
    .map((item) => ({ place: placeOfItem(item.SK), name: `${item.PK} ${item.SK}`, text: JSON.stringify(item) }))
}

const writtenInFunctions = async (settings: ClientSettings): Promise<Written[]> => {
  const client = new LambdaClient(settings)
  const functions = await all(paginateListFunctions({ client }, {}), ({ Functions }) => Functions)
  return functions.map((step) => ({ place: 'function', name: step.FunctionName ?? '', text: JSON.stringify(step) }))
}

const writtenInStack = async (settings: ClientSettings, StackName: string): Promise<Written[]> => {
  const client = new CloudFormationClient(settings)
  const described = await client.send(new DescribeStacksCommand({ StackName }))
  const { TemplateBody = '' } = await client.send(new GetTemplateCommand({ StackName }))
  const events = await all(paginateDescribeStackEvents({ client }, { StackName }), ({ StackEvents }) => StackEvents)
  return [
    { place: 'stack', name: 'outputs', text: JSON.stringify(described.Stacks) },
    { place: 'stack', name: 'template', text: TemplateBody },
    { place: 'stack', name: 'events', text: JSON.stringify(events) },
  ]
}

/** A deployment, and what only its tests know of it. */
export interface Watched {
  readonly target: Target
  readonly stackName: string
  /** The queue of `keepStatusEvents`. */
  readonly statusEvents: string
  /** The emulator's own log, which stands for all that AWS itself may log. */
  readonly emulatorLog: string
}

/** All that a deployment has written down anywhere, up to now. There is no trace data: nothing is traced. */
export const whatWasWritten = async ({ target, stackName, statusEvents, emulatorLog }: Watched): Promise<Written[]> => {
  const parts = await Promise.all([
    writtenInLogs(target.client),
    writtenInExecutions(target),
    writtenInEvents(target.client, statusEvents),
    writtenInQueues(target.client, stackName),
    writtenInTable(target),
    writtenInStream(target),
    writtenInFunctions(target.client),
    writtenInStack(target.client, stackName),
  ])
  return [...parts.flat(), { place: 'log', name: 'the emulator', text: readFileSync(emulatorLog, 'utf8') }]
}
