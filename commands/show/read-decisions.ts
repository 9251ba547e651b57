import { ExecutionDoesNotExist, paginateGetExecutionHistory, SFNClient } from '@aws-sdk/client-sfn'
import * as z from 'zod'
import { Next } from '../../functions/notification/next.ts'
import { parseJson } from '../../functions/notification/parse-json.ts'
import type { Target } from '../target.ts'

/** What the workflow was told to do next, by which of its steps, and when. */
export interface Decision {
  readonly at: string
  readonly by: string
  readonly next: Next
}

/** The two steps that decide. */
const deciding = ['Validate', 'Fall back']

const Output = z.object({ next: Next })

/** An execution is named by its notification. */
export const executionArn = ({ outputs }: Pick<Target, 'outputs'>, id: string): string =>
  `${outputs.WorkflowArn.replace(':stateMachine:', ':execution:')}:${id}`

/** What one event of a history says of a decision, if it does. An execution holds ids and decisions only. */
const decisionIn = (by: string | undefined, output: string | undefined, timestamp: Date | undefined): Decision[] => {
  if (by === undefined || !deciding.includes(by) || timestamp === undefined) return []
  const read = Output.safeParse(parseJson(output ?? ''))
  return read.success ? [{ at: timestamp.toISOString(), by, next: read.data.next }] : []
}

/**
 * Every decision on a notification, from the history of its execution: the record keeps the last alone.
 * @returns undefined where there is no such execution: none was started, or Step Functions has forgotten it, as it does after 90 days
 */
export const readDecisions = async (target: Target, id: string): Promise<Decision[] | undefined> => {
  const decisions: Decision[] = []
  try {
    const client = new SFNClient(target.client)
    for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn: executionArn(target, id) }))
      for (const { stateExitedEventDetails, timestamp } of events)
        decisions.push(...decisionIn(stateExitedEventDetails?.name, stateExitedEventDetails?.output, timestamp))
    return decisions
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return undefined
    throw error
  }
}
