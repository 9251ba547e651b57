import { expect, it } from 'vitest'
import { hasher } from '../../functions/notification/hasher.ts'
import type { StatusEvent } from '../../functions/publish/status-event.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { openNotification } from '../../functions/record/open-notification.ts'
import { createHandler } from '../../functions/request/handler.ts'
import type { Rejection } from '../../functions/request/rejections.ts'
import { aRequest, aRequestEvent } from '../builders/a-request-event.ts'
import { afterNoon } from '../builders/noon.ts'
import { aContext } from '../functions/runtime/a-context.ts'
import { divertTheLog, whatIsWritten } from '../functions/runtime/what-is-written.ts'
import { aFuzzedRequest, type Fate, firstId, requestWeights } from './any-request-event.ts'
import { quotesInput } from './canary.ts'
import { everyRun } from './every-run.ts'
import { someRecords } from './some-records.ts'

divertTheLog()
const { asLambda } = await import('../../functions/runtime/as-lambda.ts')
const { eachRecord } = await import('../../functions/runtime/each-record.ts')

/** Request as Lambda calls it, with what it told, kept and started since it was asked last. */
const aRequestFunction = () => {
  const { table, changed } = someRecords()
  const [told, kept, counted, started]: [StatusEvent[], string[], Rejection[], string[]] = [[], [], [], []]
  const handle = createHandler({
    openNotification: openNotification(table),
    findNotification: findNotification(table),
    startWorkflow: async (notificationId) => void started.push(notificationId),
    putStatusEvents: async (events) => void told.push(...events),
    keepDeadLetter: async (body) => void kept.push(body),
    onRejection: (rejection) => counted.push(rejection),
    loadHashers: async () => [hasher('1', 'a key of at least thirty-two characters')],
    limits: { mostEventAge: 86_400, requesters: { accounts: ['111122223333'] } },
    now: () => afterNoon(2),
  })
  const lambda = asLambda(eachRecord(handle))
  const take = async (body: string) => {
    const Records = [{ body, messageId: 'queue-message-1', eventSource: 'aws:sqs' }]
    const failed = (await lambda({ Records } as never, aContext())) as unknown
    return {
      failed,
      changes: changed().length,
      told: told.splice(0),
      kept: kept.splice(0),
      counted: counted.splice(0),
      started: started.splice(0),
    }
  }
  return { take }
}

/** Both items of a new notification, or one rejection; what nobody can read is kept for somebody to look at. */
const expected = (fate: Fate, body: string) => {
  const nothing = { changes: 0, told: [], kept: [], counted: [], started: [] }
  if (fate === 'opened') return { ...nothing, changes: 2, started: [expect.any(String)] }
  if (fate === 'repeated') return { ...nothing, started: [firstId] }
  const said = { detailType: 'Notification Rejected', detail: expect.objectContaining({ reason: fate }) }
  return {
    ...nothing,
    told: [said],
    counted: [expect.objectContaining({ code: fate })],
    kept: fate === 'malformed' ? [body] : [],
  }
}

it('of 100,000 request events each is opened or rejected, none breaks the function, and nothing of them is quoted', {
  timeout: 300_000,
}, async () => {
  const lines = whatIsWritten()
  const { take } = aRequestFunction()
  await take(aRequestEvent(aRequest({ notificationId: firstId })))
  await everyRun('request events', requestWeights, async (drawn, before) => {
    const { body, fate } = aFuzzedRequest(drawn, before)
    const { failed, ...did } = await take(body)
    expect(failed).toEqual({ batchItemFailures: [] })
    expect(did).toEqual(expected(fate, body))
    expect(quotesInput([did.told, did.counted])).toBe(false)
    expect(JSON.stringify(did.told).length).toBeLessThan(10_000)
  })
  expect(lines).toEqual([])
  expect({}).not.toHaveProperty('polluted')
})
