import { randomUUID } from 'node:crypto'
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import type { Next } from '../../functions/notification/next.ts'
import { underFaults } from './under-faults.ts'

const sendState = 'Send and await receipt'

/**
 * The deployed product under faults, whose workflow can be run from its Send state on, with a token of its own: what a redrive
 * does, which the emulator has not. The machine is the deployed one but for where it starts.
 */
export const sendingAgain = async () => {
  const world = await underFaults()
  const { client, outputs } = world.target
  const workflows = new SFNClient(client)
  const deployed = await workflows.send(new DescribeStateMachineCommand({ stateMachineArn: outputs.WorkflowArn }))
  const definition = JSON.stringify({ ...JSON.parse(deployed.definition ?? '{}'), StartAt: sendState })
  const { stateMachineArn } = await workflows.send(
    new CreateStateMachineCommand({ name: `send-again-${randomUUID()}`, roleArn: deployed.roleArn, definition }),
  )
  return {
    ...world,
    /** @returns the execution's ARN */
    sendAgain: async (notificationId: string, next: Next): Promise<string> => {
      const input = JSON.stringify({ notificationId, next })
      const { executionArn = '' } = await workflows.send(new StartExecutionCommand({ stateMachineArn, input }))
      return executionArn
    },
    /** @throws while it is still running */
    endOf: async (executionArn: string): Promise<string> => {
      const { status, error } = await workflows.send(new DescribeExecutionCommand({ executionArn }))
      if (status === 'RUNNING') throw new Error('still running')
      return error ?? status ?? 'none'
    },
  }
}
export type SendingAgain = Awaited<ReturnType<typeof sendingAgain>>
