import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  type HistoryEvent,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SFNClient,
} from '@aws-sdk/client-sfn'
import type { Target } from '../../commands/target.ts'
import type { Written } from './canaries.ts'

const historyOf = async (client: SFNClient, executionArn: string) => {
  const history: HistoryEvent[] = []
  for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn })) history.push(...events)
  return history
}

/** Name, input, output, error and history of every execution there was, and the definition that they ran. */
export const writtenInExecutions = async ({ client: settings, outputs }: Target): Promise<Written[]> => {
  const client = new SFNClient(settings)
  const machine = await client.send(new DescribeStateMachineCommand({ stateMachineArn: outputs.WorkflowArn }))
  const written: Written[] = [{ place: 'workflow', name: 'definition', text: JSON.stringify(machine) }]
  for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn: outputs.WorkflowArn }))
    for (const { executionArn = '', name = '' } of executions) {
      const described = await client.send(new DescribeExecutionCommand({ executionArn }))
      const text = JSON.stringify([described, await historyOf(client, executionArn)])
      written.push({ place: 'execution', name, text })
    }
  return written
}
