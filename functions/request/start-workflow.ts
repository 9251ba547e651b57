import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'

/** Starts the workflow named by the notification; that it runs or ran already is success. */
export type StartWorkflow = (notificationId: string) => Promise<void>

export const startWorkflow =
  (workflows: SFNClient, stateMachineArn: string): StartWorkflow =>
  async (notificationId) => {
    const input = JSON.stringify({ notificationId }) // the same bytes each time: AWS compares them
    try {
      await workflows.send(new StartExecutionCommand({ stateMachineArn, name: notificationId, input }))
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    }
  }
