import { describe, expect, it } from 'vitest'
import { readIntervention } from '../../../functions/intervene/read-intervention.ts'
import { rejections } from '../../../functions/request/rejections.ts'
import { aCancelEvent, aConfirmEvent } from '../../builders/an-intervention-event.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const limits = { mostEventAge: 86_400, requesters: { accounts: ['111122223333'] } }
const read = (body: string, now = noon) => readIntervention(body, now, limits)
const notificationId = 'shop-order-4711-shipped'
const source = '111122223333/shop'
const by = 'arn:aws:sts::111122223333:assumed-role/Support/anna@example.com'

describe('an intervention', () => {
  it('is a cancellation, with its reason, dated and signed by its event', () => {
    expect(read(aCancelEvent({ reason: 'order-withdrawn', by }), afterNoon(5))).toEqual({
      notificationId,
      intervention: { cancelled: { at: atNoon(), source, reason: 'order-withdrawn', by } },
      isStale: false,
    })
  })

  it('is a confirmation', () => {
    const intervention = { confirmed: { at: atNoon(), source } }
    expect(read(aConfirmEvent())).toEqual({ notificationId, intervention, isStale: false })
  })

  it('may be stale, and is read all the same: what was requested it may still be about', () => {
    expect(read(aCancelEvent(), afterNoon(86_401))).toMatchObject({ notificationId, isStale: true })
  })

  it('may be about an id of many digits', () => {
    expect(read(aCancelEvent({ notificationId: 'shop-order-20261122' }))).toMatchObject({ notificationId: 'shop-order-20261122' })
  })
})

describe('an event that may not step in', () => {
  it.each([{ source: 'heliograph' }, { account: '444455556666' }])(
    'is refused before anything of it is read: %j',
    (overrides) => {
      const foreign = { code: 'foreign-source', explanation: rejections['foreign-source'] }
      expect(read(aCancelEvent({ reason: 1 }, overrides))).toEqual(foreign)
    },
  )
})

describe('of a malformed intervention', () => {
  it.each<[string, string, string]>([
    [
      'a request',
      aCancelEvent({}, { 'detail-type': 'Notification Requested' }),
      'detail-type must be one of Cancel Notification, Notification Confirmed.',
    ],
    ['no id', aCancelEvent({ notificationId: undefined }), 'notificationId is missing.'],
    [
      'a reason that could hold a number',
      aCancelEvent({ reason: 'call-4155550123' }),
      'reason must be lower-case words joined by dashes, without digits.',
    ],
    [
      'a reason that is a text',
      aCancelEvent({ reason: 'The customer called.' }),
      'reason must be lower-case words joined by dashes, without digits.',
    ],
    ['a reason that is too long', aCancelEvent({ reason: 'a'.repeat(41) }), 'reason must have at most 40 characters.'],
    ['somebody who is nobody', aConfirmEvent({ by: 'anna' }), 'by must be the ARN of an identity.'],
    ['a reason of a confirmation', aConfirmEvent({ reason: 'typed' }), 'reason is not known.'],
    [
      'all of it',
      aCancelEvent({ notificationId: 1, reason: 2, to: '+14155550123' }),
      'notificationId must be a string; reason must be a string; to is not known.',
    ],
  ])('every wrong field is named: %s', (_, body, explanation) => {
    expect(read(body)).toMatchObject({ code: 'malformed', explanation })
  })

  it('the id is told where it cannot be a number', () => {
    expect(read(aCancelEvent({ reason: 1 }))).toMatchObject({ notificationId })
    expect(read(aCancelEvent({ notificationId: 'otp-14155550123', reason: 1 }))).not.toHaveProperty('notificationId')
  })
})
