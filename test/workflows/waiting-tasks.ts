import { SendTaskFailureCommand, SendTaskSuccessCommand, type SFNClient, TaskTimedOut } from '@aws-sdk/client-sfn'

/** The tasks that wait for their token, as Step Functions keeps them: each is resumed once, and not when its time is over. */
export const waitingTasks = () => {
  const waiting = new Map<string, PromiseWithResolvers<unknown>>()

  /** Starts a task and waits until somebody resumes it by its token; what its function throws ends it too. */
  const start = (token: string, seconds: number, invocation: Promise<void>): Promise<unknown> => {
    const task = Promise.withResolvers<unknown>()
    waiting.set(token, task)
    setTimeout(() => waiting.delete(token), seconds * 1000)
    invocation.catch((error) => {
      waiting.delete(token)
      task.reject(error)
    })
    return task.promise
  }

  const send = async (command: unknown) => {
    if (!(command instanceof SendTaskSuccessCommand || command instanceof SendTaskFailureCommand))
      throw new Error('only tasks are resumed here')
    const { taskToken = '' } = command.input
    const task = waiting.get(taskToken)
    if (!task) throw new TaskTimedOut({ message: 'the task is over', $metadata: {} })
    waiting.delete(taskToken)
    if (command instanceof SendTaskSuccessCommand) return task.resolve(JSON.parse(command.input.output ?? ''))
    task.reject(Object.assign(new Error(command.input.cause), { name: command.input.error }))
  }

  /** Ends every wait: their execution was stopped. */
  const stop = () => waiting.clear()

  return { start, stop, client: { send } as unknown as SFNClient }
}
