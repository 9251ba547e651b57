import { type ExecutionStatus, paginateListExecutions, RedriveExecutionCommand, SFNClient } from '@aws-sdk/client-sfn'
import type { Notification } from '../../functions/notification/notification.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { tableOf } from '../table-of.ts'
import type { Target } from '../target.ts'
import type { Redriven } from './redriven.ts'

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
const daysToRedrive = 14
const dayMs = 86_400_000

const notSucceeded = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const satisfies ExecutionStatus[]

/**
 * Whether an execution that did not succeed has work left. Most have none: one fails by design for every outcome that nobody wanted, and
 * what has an outcome keeps it, whoever redrives.
 */
export const hasWorkLeft = (notification: Notification | undefined): boolean =>
  notification !== undefined && notification.outcome === undefined

async function* failedExecutions(
  { client, outputs }: Target,
  now: Date,
): AsyncGenerator<{ name: string; arn: string; status: string }> {
  const from = new Date(now.getTime() - daysToRedrive * dayMs)
  for (const statusFilter of notSucceeded) {
    const list = { stateMachineArn: outputs.WorkflowArn, statusFilter, maxResults: 1_000 }
    for await (const { executions = [] } of paginateListExecutions({ client: new SFNClient(client) }, list))
      for (const { name = '', executionArn: arn = '', stopDate, status = statusFilter } of executions)
        if (stopDate !== undefined && stopDate >= from) yield { name, arn, status }
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'no answer')

const redrive = async ({ client }: Target, executionArn: string): Promise<Pick<Redriven, 'done' | 'why'>> => {
  try {
    await new SFNClient(client).send(new RedriveExecutionCommand({ executionArn }))
    return { done: 'redriven' }
  } catch (error) {
    return { done: 'failed', why: nameOf(error) } // one that somebody redrove a moment ago is "not redrivable"
  }
}

/** Yields what becomes of each execution that did not succeed and left its notification without an outcome. It sends nothing twice. */
export async function* redriveExecutions(target: Target, dryRun: boolean, now: Date): AsyncGenerator<Redriven> {
  const find = findNotification(tableOf(target))
  for await (const { name, arn, status } of failedExecutions(target, now)) {
    if (!hasWorkLeft(await find(name))) continue
    const what = `${name}, ${status.toLowerCase().replace('_', ' ')} without an outcome`
    yield { where: 'workflow', id: name, what, ...(dryRun ? { done: 'would go' as const } : await redrive(target, arn)) }
  }
}
