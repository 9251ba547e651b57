import { type ExecutionStatus, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn'
import { mostDaysUnderWay } from '../../functions/notification/due-at.ts'
import type { Target } from '../target.ts'

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
const daysToRedrive = 14
const dayMs = 86_400_000

const notSucceeded = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const satisfies ExecutionStatus[]

/** An execution that did not succeed; its name is its notification's id. */
export interface FailedExecution {
  readonly name: string
  readonly arn: string
  readonly status: (typeof notSucceeded)[number]
}

/** The list has the latest first, by start or by stop: after one that began so long before and has ended before, all have ended before. */
async function* endedSince(
  { client, outputs }: Target,
  status: FailedExecution['status'],
  from: Date,
): AsyncGenerator<FailedExecution> {
  const firstStart = from.getTime() - mostDaysUnderWay * dayMs
  const list = { stateMachineArn: outputs.WorkflowArn, statusFilter: status, maxResults: 1_000 }
  for await (const { executions = [] } of paginateListExecutions({ client: new SFNClient(client) }, list))
    for (const { name = '', executionArn: arn = '', startDate, stopDate } of executions) {
      if (stopDate !== undefined && stopDate >= from) yield { name, arn, status }
      else if (startDate !== undefined && startDate.getTime() < firstStart) return
    }
}

/** Every execution that did not succeed and that Step Functions would still redrive. */
export async function* failedExecutions(target: Target, now: Date): AsyncGenerator<FailedExecution> {
  const from = new Date(now.getTime() - daysToRedrive * dayMs)
  for (const status of notSucceeded) yield* endedSince(target, status, from)
}
