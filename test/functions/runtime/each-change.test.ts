import { describe, expect, it } from 'vitest'
import { divertTheLog, whatIsWritten } from './what-is-written.ts'

divertTheLog()
const { eachChange } = await import('../../../functions/runtime/each-change.ts')

const aBatch = (...places: string[]) => ({ Records: places.map((SequenceNumber) => ({ dynamodb: { SequenceNumber } })) })

/** Takes the changes of a batch; those that say so cannot be taken. */
const takeAll = async (...places: string[]) => {
  const lines = whatIsWritten()
  const taken: string[] = []
  const handle = eachChange<ReturnType<typeof aBatch>['Records'][number]>(async ({ dynamodb: { SequenceNumber } }) => {
    if (SequenceNumber.startsWith('bad')) throw new Error(`cannot take ${SequenceNumber}`)
    taken.push(SequenceNumber)
  })
  return { answer: await handle(aBatch(...places)), taken, lines }
}

describe('the changes of a batch', () => {
  it('are each taken, and none comes again', async () => {
    const { answer, taken } = await takeAll('1', '2')
    expect(taken).toEqual(['1', '2'])
    expect(answer).toEqual({ batchItemFailures: [] })
  })

  it('come again from the first on that failed, and nothing that comes again was done before', async () => {
    const { answer, taken } = await takeAll('1', 'bad 2', '3', 'bad 4')
    expect(taken).toEqual(['1'])
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad 2' }] })
  })

  it('that failed are written of, without their content', async () => {
    const { lines } = await takeAll('bad +14155550123')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'ERROR', error: { name: 'Error' } }])
    expect(lines.join()).not.toContain('4155550123')
  })
})
