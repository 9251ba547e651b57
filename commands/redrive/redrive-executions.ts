import { RedriveExecutionCommand, SFNClient } from '@aws-sdk/client-sfn'
import type { Notification } from '../../functions/notification/notification.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { nameOf } from '../name-of.ts'
import { readEach } from '../read-each.ts'
import { tableOf } from '../table-of.ts'
import type { Target } from '../target.ts'
import { type FailedExecution, failedExecutions } from './failed-executions.ts'
import { look, type Redriven, type Tell } from './redriven.ts'

/**
 * Whether an execution that did not succeed has work left. Most have none: one fails by design for every outcome that nobody wanted, and
 * what has an outcome keeps it, whoever redrives.
 */
export const hasWorkLeft = (notification: Notification | undefined): boolean =>
  notification !== undefined && notification.outcome === undefined

type Done = Pick<Redriven, 'done' | 'why'>

const goOn = async ({ client }: Target, executionArn: string): Promise<Done> => {
  try {
    await new SFNClient(client).send(new RedriveExecutionCommand({ executionArn }))
    return { done: 'redriven' }
  } catch (error) {
    const name = nameOf(error)
    if (/^(InvalidAction|UnknownOperation)/.test(name)) return { done: 'failed', why: 'this endpoint cannot redrive executions' }
    return { done: 'failed', why: name } // one that somebody redrove a moment ago is "not redrivable"
  }
}

const redrive = async (target: Target, { arn, status }: FailedExecution, dryRun: boolean): Promise<Done> => {
  if (status === 'ABORTED') return { done: 'left', why: 'stopped by hand: past its deadline the sweep ends it' }
  return dryRun ? { done: 'would go' } : goOn(target, arn)
}

/**
 * Tells what becomes of each execution that did not succeed and left its notification without an outcome. It sends nothing twice.
 * @param onLooked how many executions were looked at, and of how many
 */
export const redriveExecutions = (
  target: Target,
  { dryRun, now }: { readonly dryRun: boolean; readonly now: Date },
  tell: Tell,
  onLooked: (count: number, all: number) => void,
): Promise<void> =>
  look('workflow', tell, async () => {
    const find = findNotification(tableOf(target))
    const executions = await Array.fromAsync(failedExecutions(target, now))
    const found = readEach(executions, async (execution) => ({ execution, notification: await find(execution.name) }))
    let looked = 0
    for await (const { execution, notification } of found) {
      looked += 1
      onLooked(looked, executions.length)
      if (!hasWorkLeft(notification)) continue
      const what = `${execution.name}, ${execution.status.toLowerCase().replace('_', ' ')} without an outcome`
      tell({ where: 'workflow', id: execution.name, what, ...(await redrive(target, execution, dryRun)) })
    }
  })
