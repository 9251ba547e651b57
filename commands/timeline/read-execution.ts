import { ExecutionDoesNotExist, type HistoryEvent, paginateGetExecutionHistory, SFNClient } from '@aws-sdk/client-sfn'
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

/** What the history of an execution tells of its notification. */
export interface Execution {
  /** Every decision: the record keeps the last alone. */
  readonly decisions: readonly Decision[]
  /** The states that it went through, by their names in the definition, e.g. "Fall back". */
  readonly entered: readonly string[]
}

/** The two steps that decide. */
const deciding = ['Validate', 'Fall back']

const Output = z.object({ next: Next })

/** An execution is named by its notification. */
const executionArn = ({ outputs }: Pick<Target, 'outputs'>, id: string): string =>
  `${outputs.WorkflowArn.replace(':stateMachine:', ':execution:')}:${id}`

/**
 * What one event of a history says of a decision, if it does. An execution holds ids and decisions only.
 * @param before the event before it: a step whose function failed is left with the decision that it was entered with
 */
const decisionIn = (
  { stateExitedEventDetails: exited, timestamp }: HistoryEvent,
  before: HistoryEvent | undefined,
): Decision[] => {
  if (exited?.name === undefined || !deciding.includes(exited.name) || timestamp === undefined) return []
  if (!before?.type?.endsWith('Succeeded')) return []
  const read = Output.safeParse(parseJson(exited.output ?? ''))
  return read.success ? [{ at: timestamp.toISOString(), by: exited.name, next: read.data.next }] : []
}

/** @returns undefined where there is no such execution: none was started, or Step Functions has forgotten it, as it does after 90 days */
export type ReadExecution = (id: string) => Promise<Execution | undefined>

export const readExecution = (target: Target): ReadExecution => {
  const client = new SFNClient(target.client)
  const historyOf = async (id: string): Promise<HistoryEvent[]> => {
    const pages = paginateGetExecutionHistory({ client }, { executionArn: executionArn(target, id) })
    return (await Array.fromAsync(pages)).flatMap(({ events = [] }) => events)
  }
  return async (id) => {
    try {
      const history = await historyOf(id)
      const entered = history.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [])
      return { decisions: history.flatMap((event, index) => decisionIn(event, history[index - 1])), entered }
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined
      throw error
    }
  }
}
