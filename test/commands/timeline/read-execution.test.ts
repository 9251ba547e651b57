import { expect, it } from 'vitest'
import type { Target } from '../../../commands/target.ts'
import { readExecution } from '../../../commands/timeline/read-execution.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { anAws } from '../an-aws.ts'

const outputs = { WorkflowArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:deliver' } as Target['outputs']
const timestamp = noon.getTime() / 1000
const next = { decision: 'send', attempt: 1, carrier: 'sns', awaitReceipt: true, waitSeconds: 60 }

const exited = (name: string) => ({
  type: 'TaskStateExited',
  timestamp,
  stateExitedEventDetails: { name, output: JSON.stringify({ notificationId: 'shop-1', next }) },
})

const decisionsIn = async (...events: object[]) => {
  const { client } = await anAws({ GetExecutionHistory: () => ({ events }) })
  return (await readExecution({ client, outputs } as Target)('shop-1'))?.decisions
}

it.each(['TaskSucceeded', 'LambdaFunctionSucceeded'])('a step that decided tells its decision (%s)', async (type) => {
  expect(await decisionsIn({ type, timestamp }, exited('Validate'))).toEqual([{ at: atNoon(), by: 'Validate', next }])
})

it('a step whose function failed has decided nothing: what it leaves with is the decision before', async () => {
  const told = await decisionsIn(
    { type: 'LambdaFunctionSucceeded', timestamp },
    exited('Validate'),
    { type: 'LambdaFunctionFailed', timestamp },
    exited('Fall back'),
  )
  expect(told?.map(({ by }) => by)).toEqual(['Validate'])
})
