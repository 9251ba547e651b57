import { expect, it } from 'vitest'
import { describeLastHour, lastHour } from '../../../commands/carriers/last-hour.ts'
import { carrierHealth } from '../../../commands/stats/carrier-health.ts'
import type { Target } from '../../../commands/target.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { noon } from '../../builders/noon.ts'
import { type Answers, anAws } from '../an-aws.ts'

const outputs = { WorkflowArn: 'arn:workflow', TableName: 'records' } as Target['outputs']
const hourBy = async (answers: Answers) => lastHour({ ...(await anAws(answers)), outputs }, noon)

const executions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `shop-${index}`, startDate: noon.getTime() / 1000 }))

it('is unknown where one may not see the executions, and that is said', async () => {
  const hour = await hourBy({})
  expect(describeLastHour(hour, 'sns')).toMatch(/^health unknown: You may not do that: .*a right is missing/)
})

it('is unknown where one may not read the records', async () => {
  const hour = await hourBy({ ListExecutions: () => ({ executions: executions(1) }) })
  expect(hour).toEqual({ unknown: expect.stringContaining('AccessDeniedException') })
})

it('is of all of it, or of the latest thousand', async () => {
  const ofSo = (count: number) => hourBy({ ListExecutions: () => ({ executions: executions(count) }), GetItem: () => ({}) })
  expect([await ofSo(1_000), await ofSo(1_001)]).toMatchObject([{ isAll: true }, { isAll: false }])
})

it('says of what it tells', () => {
  const health = carrierHealth([aNotification({ attempts: [anAttempt()] })])
  expect(describeLastHour({ health, isAll: true }, 'sns')).toMatch(/\(1 attempt in the last hour\)$/)
  expect(describeLastHour({ health, isAll: false }, 'sns')).toMatch(/\(1 attempt in the latest 1,000 notifications\)$/)
  expect(describeLastHour({ health, isAll: true }, 'twilio')).toBe('not tried in the last hour')
})
