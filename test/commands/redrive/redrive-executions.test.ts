import { marshall } from '@aws-sdk/util-dynamodb'
import { expect, it } from 'vitest'
import { redriveExecutions } from '../../../commands/redrive/redrive-executions.ts'
import type { Redriven } from '../../../commands/redrive/redriven.ts'
import type { Target } from '../../../commands/target.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { afterNoon, noon } from '../../builders/noon.ts'
import { type Answers, anAws } from '../an-aws.ts'

const outputs = { WorkflowArn: 'arn:workflow', TableName: 'records' } as Target['outputs']
const day = 86_400
const seconds = (at: Date) => at.getTime() / 1000

/** @param started and @param ended in days before noon */
const execution = (name: string, started: number, ended = started) => ({
  name,
  executionArn: `arn:${name}`,
  startDate: seconds(afterNoon(-started * day)),
  stopDate: seconds(afterNoon(-ended * day)),
})
type Execution = ReturnType<typeof execution>

const listOf = (lists: Readonly<Record<string, readonly Execution[]>>): Answers => ({
  ListExecutions: ({ statusFilter }) => ({ executions: lists[String(statusFilter)] ?? [] }),
})

/** Every notification is there without an outcome. */
const open: Answers = {
  GetItem: ({ Key }) => {
    const id = JSON.stringify(Key).match(/N#([\w-]+)/)?.[1] ?? ''
    const stored = { ...aNotification({ notificationId: id }), version: 1, mark: 'any' }
    return { Item: marshall(stored, { removeUndefinedValues: true }) }
  },
}

const redriven = async (answers: Answers, dryRun = false) => {
  const { client, asked } = await anAws(answers)
  const [told, looked]: [Redriven[], (readonly [number, number])[]] = [[], []]
  const when = { dryRun, now: noon }
  await redriveExecutions(
    { client, outputs },
    when,
    (one) => told.push(one),
    (...counts) => looked.push(counts),
  )
  return { told, looked, asked }
}

it('goes on with what failed or timed out, and leaves what somebody stopped', async () => {
  const lists = { FAILED: [execution('shop-1', 1)], TIMED_OUT: [execution('shop-2', 1)], ABORTED: [execution('shop-3', 1)] }
  const { told, asked } = await redriven({ ...listOf(lists), ...open, RedriveExecution: () => ({ redriveDate: seconds(noon) }) })
  expect(told.map(({ id, done }) => [id, done])).toEqual([
    ['shop-1', 'redriven'],
    ['shop-2', 'redriven'],
    ['shop-3', 'left'],
  ])
  expect(told[2]?.why).toContain('stopped by hand')
  const again = asked.filter(([operation]) => operation === 'RedriveExecution').map(([, body]) => body.executionArn)
  expect(again).toEqual(['arn:shop-1', 'arn:shop-2'])
})

it('only says what would go in a dry run', async () => {
  const { told, asked } = await redriven({ ...listOf({ FAILED: [execution('shop-1', 1)] }), ...open }, true)
  expect(told).toEqual([{ where: 'workflow', id: 'shop-1', what: 'shop-1, failed without an outcome', done: 'would go' }])
  expect(asked.map(([operation]) => operation)).not.toContain('RedriveExecution')
})

it('says by its name why one failed again', async () => {
  const lists = listOf({ FAILED: [execution('shop-1', 1)] })
  const { told } = await redriven({ ...lists, ...open, RedriveExecution: () => 'ExecutionNotRedrivable' })
  expect(told).toMatchObject([{ done: 'failed', why: 'ExecutionNotRedrivable' }])
})

it.each(['InvalidAction', 'UnknownOperationException'])(
  'says in a sentence where nobody takes the call (%s)',
  async (refusal) => {
    const lists = listOf({ FAILED: [execution('shop-1', 1)] })
    const { told } = await redriven({ ...lists, ...open, RedriveExecution: () => refusal })
    expect(told).toMatchObject([{ done: 'failed', why: 'this endpoint cannot redrive executions' }])
  },
)

it('reads no list further than to where nothing ended of late, and finds a long one that did', async () => {
  const again = execution('again-6', 60, 2) // somebody redrove it, and it failed again
  const late = [execution('shop-1', 1), again, execution('long-2', 46, 13), execution('old-3', 20), execution('older-4', 48)]
  const { told, looked, asked } = await redriven(
    {
      ...open,
      ListExecutions: ({ statusFilter, nextToken }) => {
        if (statusFilter !== 'FAILED') return { executions: [] }
        return nextToken === undefined ? { executions: late, nextToken: 'next' } : { executions: [execution('oldest-5', 60)] }
      },
    },
    true,
  )
  expect(told.map(({ id }) => id)).toEqual(['shop-1', 'again-6', 'long-2'])
  expect(looked).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ])
  expect(asked.filter(([operation]) => operation === 'ListExecutions')).toHaveLength(3)
})

it('tells that the executions may not be looked at', async () => {
  const { told } = await redriven({})
  expect(told).toEqual([
    expect.objectContaining({ where: 'workflow', done: 'unseen', why: expect.stringContaining('You may not') }),
  ])
})
