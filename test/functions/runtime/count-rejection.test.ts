import { expect, it } from 'vitest'
import { divertTheLog, whatIsWritten } from './what-is-written.ts'

divertTheLog()
const { countRejection } = await import('../../../functions/runtime/count-rejection.ts')

const eventId = '0f8a1c7e-5d1b-4e0a-9c3e-2b7d6a41c001'

it.each(['Rejected', 'PermissionRejected'] as const)('counts what is refused as %s by its code alone', (name) => {
  const lines = whatIsWritten()
  countRejection(name)({ code: 'stale' }, eventId)
  const [line] = lines.map((one) => JSON.parse(one))
  expect(line).toMatchObject({ [name]: 1, code: 'stale', requestEventId: eventId })
  expect(line._aws.CloudWatchMetrics[0].Dimensions).toEqual([['service', 'code']])
})

it('names the event in its line, and the notification where its id may be told', () => {
  const lines = whatIsWritten()
  countRejection('Rejected')({ code: 'idempotency-conflict', notificationId: 'shop-order-4711' }, eventId)
  countRejection('Rejected')({ code: 'foreign-source' }, eventId)
  const [conflict, foreign] = lines.map((line) => JSON.parse(line))
  expect(conflict).toMatchObject({ notificationId: 'shop-order-4711', requestEventId: eventId })
  expect(foreign).toMatchObject({ requestEventId: eventId })
  expect(foreign).not.toHaveProperty('notificationId')
})
