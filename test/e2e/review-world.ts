import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { inject, vi } from 'vitest'
import type { Target } from '../../commands/target.ts'
import { callReview, type ReviewCall } from '../../commands/template/review-client.ts'
import type { TemplateEvent } from '../../functions/publish/template-event.ts'
import { findReview } from '../../functions/record/review/find-review.ts'
import { listReviews } from '../../functions/record/review/list-reviews.ts'
import type { ReviewState } from '../../functions/template/review/review.ts'
import { watchTemplateEvents } from '../../local/status-feed.ts'

const patience = { timeout: 45_000, interval: 200 }

/** The deployed review, as authors, reviewers and an auditor see it. */
export const reviewWorld = async () => {
  const { emulatorUrl, outputs, identities } = inject('deployed')
  const client = { endpoint: emulatorUrl, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
  const target: Target = { client, outputs }
  const workflows = new SFNClient(client)
  const table = { client: DynamoDBDocumentClient.from(new DynamoDBClient(client)), name: outputs.TableName }
  const find = findReview(table)
  const events: TemplateEvent[] = []
  const watching = new AbortController()
  await watchTemplateEvents(target, `test-${randomUUID()}`, watching.signal, (event) => events.push(event))
  const executionArn = (name: string, version: number) =>
    `${outputs.ReviewWorkflowArn.replace(':stateMachine:', ':execution:')}:${name}-${version}`

  return {
    stop: () => watching.abort(),
    as: (who: keyof typeof identities, call: ReviewCall) =>
      callReview({ ...target, client: { ...client, credentials: identities[who] } }, call),
    /** Waits until a version has come to a state. */
    state: (name: string, version: number, state: ReviewState) =>
      vi.waitFor(async () => {
        const found = await find(name, version)
        if (found?.review.state !== state) throw new Error(`${name}@${version} is ${found?.review.state}, not ${state}`)
        return found.review
      }, patience),
    reviews: (name: string) => Array.fromAsync(listReviews(table)(name)),
    /** Waits for an event about a version. */
    event: (template: string, detailType: TemplateEvent['detailType']) =>
      vi.waitFor(() => {
        const found = events.find(({ detail, ...event }) => detail.template === template && event.detailType === detailType)
        if (!found) throw new Error(`no ${detailType} for ${template} yet`)
        return found.detail
      }, patience),
    eventsOf: (template: string) =>
      events.filter(({ detail }) => detail.template === template).map(({ detailType }) => detailType),
    /** Stops a review as an operator does in the console. */
    abort: (name: string, version: number) =>
      workflows.send(new StopExecutionCommand({ executionArn: executionArn(name, version) })),
    /** Waits for a review's end, and tells through which states it went and all that was written of it. */
    execution: async (name: string, version: number) => {
      const arn = { executionArn: executionArn(name, version) }
      const { status, input, output } = await vi.waitFor(async () => {
        const execution = await workflows.send(new DescribeExecutionCommand(arn))
        if (execution.status === 'RUNNING') throw new Error(`the review of ${name}@${version} is still running`)
        return execution
      }, patience)
      const history = await workflows.send(new GetExecutionHistoryCommand({ ...arn, maxResults: 1000 }))
      const states = (history.events ?? []).flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [])
      return { status, states, written: JSON.stringify([input, output, history.events]) }
    },
  }
}
