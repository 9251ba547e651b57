import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'

/** Starts an execution by its name; that it runs or ran already is success. */
export type StartExecution = (name: string, input: Readonly<Record<string, string | number>>) => Promise<void>

export const startExecution =
  (workflows: SFNClient, stateMachineArn: string): StartExecution =>
  async (name, given) => {
    const input = JSON.stringify(given) // the same bytes each time: AWS compares them
    try {
      await workflows.send(new StartExecutionCommand({ stateMachineArn, name, input }))
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    }
  }

/** Starts the workflow named by the notification. */
export type StartWorkflow = (notificationId: string) => Promise<void>

export const startWorkflow = (workflows: SFNClient, stateMachineArn: string): StartWorkflow => {
  const start = startExecution(workflows, stateMachineArn)
  return (notificationId) => start(notificationId, { notificationId })
}
