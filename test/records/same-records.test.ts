import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Table } from '../../functions/record/table.ts'
import { asClient } from '../simulation/dynamo/as-client.ts'
import { inProcessDynamo } from '../simulation/dynamo/in-process-dynamo.ts'
import { aRealTable } from './a-real-table.ts'
import { anyMeeting } from './any-step.ts'
import { leftBy, meet, type Place } from './take-step.ts'

const { name, client } = aRealTable()

/** The same marks on both sides, and no waiting. */
const tableOver = (over: DynamoDBDocumentClient): Table => {
  let marks = 0
  return { client: over, name, recordDays: 400, personDays: 7, newMark: () => `mark-${++marks}`, pause: async () => {} }
}

it('the records are the same over both, whatever is done with them and whoever writes meanwhile', {
  timeout: 300_000,
}, async () => {
  let run = 0
  const meetings = fc.array(anyMeeting, { minLength: 1, maxLength: 25, size: 'max' })
  const property = fc.asyncProperty(meetings, async (sequence) => {
    run += 1
    const id = `run-${run}`
    const real: Place = { table: tableOver(client()), id }
    const simulated: Place = { table: tableOver(asClient(inProcessDynamo({ name }))), id }
    for (const meeting of sequence) expect(await meet(meeting, simulated)).toEqual(await meet(meeting, real))
    expect(await leftBy(simulated)).toEqual(await leftBy(real))
  })
  await fc.assert(property, { numRuns: 60 })
})
