import { ExecutionAlreadyExists, type SFNClient, type StartExecutionCommand } from '@aws-sdk/client-sfn'
import { expect, it } from 'vitest'
import { startWorkflow } from '../../../functions/request/start-workflow.ts'

const machine = 'arn:aws:states:us-east-1:000000000000:stateMachine:deliver-notification'

const startOne = async (failure?: Error) => {
  const started: StartExecutionCommand['input'][] = []
  const send = async ({ input }: StartExecutionCommand) => {
    started.push(input)
    if (failure) throw failure
  }
  const start = startWorkflow({ send } as unknown as SFNClient, machine)
  await start('shop-order-4711-shipped')
  return started
}

const existing = new ExecutionAlreadyExists({ message: 'there', $metadata: {} })

it('starts the execution that is named by the notification and told its id only, the same bytes each time', async () => {
  const start = {
    stateMachineArn: machine,
    name: 'shop-order-4711-shipped',
    input: '{"notificationId":"shop-order-4711-shipped"}',
  }
  expect([await startOne(), await startOne()]).toEqual([[start], [start]])
})

it('takes an execution that is there already for success', async () => {
  await expect(startOne(existing)).resolves.toHaveLength(1)
})

it('does not take any other failure for success', async () => {
  await expect(startOne(new Error('no answer'))).rejects.toThrow('no answer')
})
