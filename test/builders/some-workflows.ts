import { SendTaskFailureCommand, SendTaskSuccessCommand, type SFNClient } from '@aws-sdk/client-sfn'

/** How a task was resumed. */
interface Resumed {
  readonly token: string | undefined
  readonly by: string | undefined
  readonly cause?: string | undefined
}

/** Step Functions, as far as a waiting task is concerned: keeps who was resumed, and how. Any other command throws. */
export const someWorkflows = ({ failingWith }: { readonly failingWith?: Error } = {}) => {
  const resumed: Resumed[] = []
  const send = async (command: unknown) => {
    if (failingWith) throw failingWith
    if (command instanceof SendTaskSuccessCommand)
      resumed.push({ token: command.input.taskToken, by: Object.keys(JSON.parse(command.input.output ?? ''))[0] })
    else if (command instanceof SendTaskFailureCommand) {
      const { taskToken, error, cause } = command.input
      resumed.push({ token: taskToken, by: error, cause })
    } else throw new Error('only tasks are resumed here')
  }
  return { client: { send } as unknown as SFNClient, resumed }
}
