import { marshall } from '@aws-sdk/util-dynamodb'
import { expect, it } from 'vitest'
import { recentNotifications } from '../../../commands/stats/recent-notifications.ts'
import type { Target } from '../../../commands/target.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { afterNoon, noon } from '../../builders/noon.ts'
import { anAws } from '../an-aws.ts'

const outputs = { WorkflowArn: 'arn:workflow', TableName: 'records' } as Target['outputs']

/** @param started and @param stopped in seconds after noon */
const execution = (name: string, started: number, stopped?: number) => ({
  name,
  startDate: afterNoon(started).getTime() / 1000,
  ...(stopped !== undefined && { stopDate: afterNoon(stopped).getTime() / 1000 }),
})
type Execution = ReturnType<typeof execution>

const recent = async (...executions: Execution[]) => {
  const { client, asked } = await anAws({
    ListExecutions: ({ nextToken }) => (nextToken === undefined ? { executions, nextToken: 'next' } : { executions: [] }),
    GetItem: ({ Key }) => {
      const notificationId = JSON.stringify(Key).match(/N#([\w-]+)/)?.[1] ?? ''
      const stored = { ...aNotification({ notificationId }), version: 1, mark: 'any' }
      return { Item: marshall(stored, { removeUndefinedValues: true }) }
    },
  })
  const { found } = await recentNotifications({ client, outputs }, noon, 10)
  return {
    ids: found.map(({ notificationId }) => notificationId),
    lists: asked.filter(([operation]) => operation === 'ListExecutions').length,
  }
}

const [held, lateOne, earlyOne, before] = [
  execution('held', -3_600, 90),
  execution('late', 50, 80),
  execution('early', 10, 70),
  execution('before', -20, -10),
]

it('finds all that was started since then where one that had been held for long ended last', async () => {
  expect((await recent(held, lateOne, earlyOne, before)).ids).toEqual(['late', 'early'])
})

it('finds the same where the list goes by the start, past one that is still held', async () => {
  expect((await recent(lateOne, earlyOne, before, held)).ids).toEqual(['late', 'early'])
  expect((await recent(execution('open', -5), lateOne)).ids).toEqual(['late'])
})

it('reads no further than to one that had ended before', async () => {
  expect((await recent(lateOne, before)).lists).toBe(1)
  expect((await recent(lateOne, held)).lists).toBe(2)
})
