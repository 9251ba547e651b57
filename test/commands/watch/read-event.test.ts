import { expect, it } from 'vitest'
import { readEvent } from '../../../commands/watch/read-event.ts'

const heard = (detailType: string, detail: object) =>
  readEvent(JSON.stringify({ 'detail-type': detailType, time: '2026-11-22T12:00:05Z', detail }))

it.each([
  [
    'the permission that was rejected, by the event that leads to whoever put it',
    'Permission Rejected',
    { eventId: 'e-1/Permission Rejected', requestEventId: 'e-1', reason: 'stale', explanation: 'It is too old.' },
    '12:00:05  Permission Rejected  stale  e-1',
  ],
  ['a budget', 'Budget Spent', { eventId: 'payment/2026-11-22/100' }, '12:00:05  Budget Spent  payment/2026-11-22/100'],
  [
    'a carrier, whatever the reason holds',
    'Carrier Drained',
    { eventId: 'sns/Carrier Drained/3', reason: 'slow\u001b[31m', by: 'arn' },
    '12:00:05  Carrier Drained  slow<U+001B>[31m  sns/Carrier Drained/3',
  ],
])('tells %s in a line', (_what, detailType, detail, line) => {
  expect(heard(detailType, detail)).toEqual({ event: { detailType, detail }, line })
})

it('tells what becomes of a notification', () => {
  expect(heard('Notification Delivered', { eventId: 'e', notificationId: 'shop-1', kind: 'order' })?.line).toMatch(
    /^12:00:05 {2}shop-1 +order +Delivered/,
  )
})

it.each([
  ['of another type', 'Parcel Lost', { eventId: 'e' }],
  ['that has no id', 'Budget Spent', {}],
  ['of a notification that says more than is known', 'Notification Sent', { eventId: 'e', mood: 'good' }],
])('passes over one %s', (_which, detailType, detail) => {
  expect(heard(detailType, detail)).toBeUndefined()
})
