import type { SQSRecord } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { divertTheLog, whatIsWritten } from './what-is-written.ts'

divertTheLog()
const { eachRecord } = await import('../../../functions/runtime/each-record.ts')

const aBatch = (...bodies: string[]) => ({
  Records: bodies.map((body, index) => ({ messageId: `message-${index + 1}`, eventSource: 'aws:sqs', body }) as SQSRecord),
})

/** Takes the records of a queue one by one; those that say so cannot be taken. */
const takeAll = (bodies: string[]) => {
  const lines = whatIsWritten()
  const taken: string[] = []
  const handle = eachRecord<SQSRecord>(async ({ body }) => {
    if (body.startsWith('bad')) throw new Error(`cannot take ${body}`)
    taken.push(body)
  })
  return handle(aBatch(...bodies)).then((answer) => ({ answer, taken, lines }))
}

describe('the records of a batch', () => {
  it('are each taken, and none comes again', async () => {
    const { answer, taken } = await takeAll(['a', 'b'])
    expect(taken).toEqual(['a', 'b'])
    expect(answer).toEqual({ batchItemFailures: [] })
  })

  it('that could not be taken come again, and they alone', async () => {
    const { answer, taken } = await takeAll(['a', 'bad 1', 'b', 'bad 2'])
    expect(taken).toEqual(['a', 'b'])
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-2' }, { itemIdentifier: 'message-4' }] })
  })

  it('come all again when none could be taken, and the function has not failed', async () => {
    const { answer } = await takeAll(['bad 1', 'bad 2'])
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }, { itemIdentifier: 'message-2' }] })
  })

  it('that failed are written of, without their content', async () => {
    const { lines } = await takeAll(['bad +14155550123'])
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'ERROR', message: 'a record failed and will come again', error: { name: 'Error' } },
    ])
    expect(lines.join()).not.toContain('4155550123')
  })
})
