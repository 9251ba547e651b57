import { describe, expect, it } from 'vitest'
import { readEnvelope, requestEventIdOf } from '../../../functions/request/read-envelope.ts'
import { aRequest, aRequestEvent, eventId } from '../../builders/a-request-event.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const limits = { mostEventAge: 60, requesters: { accounts: ['111122223333'] } }

describe('what is around an event', () => {
  it.each([
    ['111122223333/shop', { account: '111122223333' }],
    ['shop', {}],
    ['', { source: undefined }],
  ])('tells that it comes from %j', (from, around) => {
    const body = aRequestEvent(aRequest(), around)
    expect(readEnvelope(body, ['Notification Requested'], noon, limits)).toMatchObject({ from, at: noon, isStale: false })
  })

  it('tells an age of its own, and never a time to come', () => {
    const at = (seconds: number) =>
      readEnvelope(aRequestEvent(aRequest(), { time: atNoon(seconds) }), ['Notification Requested'], noon, limits)
    expect(at(-60)).toMatchObject({ at: afterNoon(-60), isStale: false })
    expect(at(-61)).toMatchObject({ at: afterNoon(-61), isStale: true })
    expect(at(5)).toMatchObject({ at: noon, isStale: false })
  })

  it('is malformed for a queue that takes other types', () => {
    expect(readEnvelope(aRequestEvent(), ['Suppress Recipient'], noon, limits)).toEqual({
      unread: 'malformed',
      explanation: 'detail-type must be Suppress Recipient.',
    })
  })
})

describe("the event's own id", () => {
  it.each([
    ['is told', aRequestEvent(), eventId],
    ['is told also of an event that is no request', aRequestEvent('not a request'), eventId],
    ['may be missing', aRequestEvent(aRequest(), { id: undefined }), undefined],
    ['may be empty', aRequestEvent(aRequest(), { id: '' }), undefined],
    ['is not told where it may be something of a person', aRequestEvent(aRequest(), { id: '+14155550123' }), undefined],
    ['is not to be found in what is no JSON', 'no JSON', undefined],
  ])('%s', (_, body, expected) => {
    expect(requestEventIdOf(body)).toBe(expected)
  })
})
