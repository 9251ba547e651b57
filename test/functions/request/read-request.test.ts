import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detailTypes, readRequest } from '../../../functions/request/read-request.ts'
import { rejections } from '../../../functions/request/rejections.ts'
import { aRequest, aRequestEvent } from '../../builders/a-request-event.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const limits = { mostEventAge: 86_400, requesters: { accounts: ['111122223333'] } }
const read = (body: string, now = noon) => readRequest(body, now, limits)
const readDetail = (overrides: object) => read(aRequestEvent(aRequest(overrides)))
const id = 'shop-order-4711-shipped'

describe('a request', () => {
  it('is read, and dated by its event', () => {
    expect(read(aRequestEvent(), afterNoon(30))).toEqual({ request: aRequest(), requestedAt: noon, isStale: false })
  })

  it('may say when it expires and that its time has come', () => {
    const times = { sendAfter: atNoon(), expiresAt: '2026-11-23T09:00:00+01:00' }
    expect(readDetail(times)).toEqual({ request: aRequest(times), requestedAt: noon, isStale: false })
  })

  it.each(['sendAfter', 'expiresAt'])('is refused where its %s is of a year that no record can be read with', (field) => {
    expect(readDetail({ [field]: '9999-12-31T23:59:59-05:00' })).toMatchObject({
      code: 'malformed',
      explanation: `${field} must be of the years 0000 to 9999 in UTC.`,
    })
  })

  it('may come without a locale and from an input transformer that writes only what is needed', () => {
    const body = { 'detail-type': 'Notification Requested', time: atNoon(), detail: aRequest({ locale: undefined }) }
    expect(read(JSON.stringify(body))).toMatchObject({ request: { notificationId: id } })
  })

  it('may be dated in the time of another zone', () => {
    expect(read(aRequestEvent(aRequest(), { time: '2026-11-22T13:00:00+01:00' }))).toMatchObject({ requestedAt: noon })
  })

  it('is dated now at the latest, whatever the clock of its sender says', () => {
    expect(read(aRequestEvent(aRequest(), { time: atNoon(3_600) }))).toMatchObject({ requestedAt: noon })
  })

  it('is taken up to the very age that this deployment accepts', () => {
    expect(read(aRequestEvent(), afterNoon(86_400))).toMatchObject({ isStale: false })
  })

  it('is stale from then on, and read all the same: it may be a repeat', () => {
    expect(read(aRequestEvent(), afterNoon(86_400.001))).toEqual({ request: aRequest(), requestedAt: noon, isStale: true })
  })

  it('may name the zone of its recipient', () => {
    expect(readDetail({ timeZone: 'Asia/Kolkata' })).toMatchObject({ request: { timeZone: 'Asia/Kolkata' } })
  })

  it('may be put off by 30 days, counted from its event, however late that is read', () => {
    const thirtyDays = 30 * 86_400
    const body = (seconds: number) => aRequestEvent(aRequest({ sendAfter: atNoon(seconds) }))
    for (const readAt of [noon, afterNoon(80_000), afterNoon(2 * thirtyDays)]) {
      expect(read(body(thirtyDays), readAt)).toHaveProperty('request')
      expect(read(body(thirtyDays + 0.001), readAt)).toEqual({
        code: 'send-after-too-far',
        explanation: rejections['send-after-too-far'],
        notificationId: id,
      })
    }
  })

  it.each(['otp-14155550123', 'otp-415-555-0123', '5550123'])(
    'must not show the number in its id, which is not repeated: %s',
    (shown) => {
      expect(readDetail({ notificationId: shown })).toEqual({
        code: 'id-reveals-recipient',
        explanation: rejections['id-reveals-recipient'],
      })
    },
  )

  it('must not be larger than an event can be', () => {
    const filling = 'a'.repeat(262_144 - aRequestEvent(aRequest({ params: { eta: '' } })).length)
    const asLargeAsCanBe = aRequestEvent(aRequest({ params: { eta: filling } }))
    expect(read(asLargeAsCanBe)).toHaveProperty('request')
    expect(read(`${asLargeAsCanBe} `)).toEqual({ code: 'malformed', explanation: 'The event is larger than 256 KB.' })
  })
})

describe('an event that is no request', () => {
  it.each(['Cancel Notification', 'Notification Confirmed'])(
    'is malformed here, for it has a queue of its own: %s',
    (detailType) => {
      expect(read(aRequestEvent({ notificationId: id }, { 'detail-type': detailType }))).toEqual({
        code: 'malformed',
        explanation: 'detail-type must be Notification Requested.',
      })
    },
  )
})

describe('an event that may not ask', () => {
  const foreign = { code: 'foreign-source', explanation: rejections['foreign-source'] }

  it.each(detailTypes)('is refused before anything of it is read: %s', (detailType) => {
    expect(read(aRequestEvent('anything', { source: 'heliograph', 'detail-type': detailType }))).toEqual(foreign)
  })

  it('is refused where it was put on the queue without the source that it must have', () => {
    const named = { mostEventAge: 86_400, requesters: { accounts: [], sources: ['shop'] } }
    expect(readRequest(aRequestEvent(), noon, named)).toHaveProperty('request')
    expect(readRequest(aRequestEvent(aRequest(), { source: undefined }), noon, named)).toEqual(foreign)
  })
})

describe('of a malformed event', () => {
  it.each<[string, string, string]>([
    ['no JSON', '{"detail":', 'The event is no JSON.'],
    ['no object', '"hello"', 'the input must be an object.'],
    ['no fields', '{}', 'time is missing; detail-type must be Notification Requested; detail is missing.'],
    ['another time', aRequestEvent(aRequest(), { time: 'today' }), 'time is not a valid datetime.'],
    ['no detail', aRequestEvent(null), 'the input must be an object.'],
  ])('with %s it says what is wrong', (_, body, explanation) => {
    expect(read(body)).toEqual({ code: 'malformed', explanation })
  })

  it.each<[object, string]>([
    [{ to: undefined }, 'to is missing.'],
    [{ to: 14155550123 }, 'to must be a string.'],
    [{ to: '' }, 'to must have at least 1 characters.'],
    [{ to: '1'.repeat(65) }, 'to must have at most 64 characters.'],
    [{ template: undefined }, 'template is missing.'],
    [{ template: 'Order_Shipped' }, 'template must be lower-case words joined by dashes.'],
    [{ params: undefined }, 'params is missing.'],
    [{ params: ['4711'] }, 'params must be an object.'],
    [{ params: JSON.parse('{"__proto__":"4711"}') }, 'params must not hold the name __proto__.'],
    [{ locale: 1 }, 'locale must be a string.'],
    [{ sendAfter: 'soon' }, 'sendAfter is not a valid datetime.'],
    [{ expiresAt: '2026-11-24' }, 'expiresAt is not a valid datetime.'],
    [{ sendAfter: atNoon(60), expiresAt: atNoon(60) }, 'expiresAt must lie after sendAfter.'],
    [{ sendAfter: '2026-11-22T13:00:00+01:00', expiresAt: '2026-11-22T11:59:59Z' }, 'expiresAt must lie after sendAfter.'],
    [{ timeZone: 'Europe/Atlantis' }, 'timeZone must be a time zone by its IANA name, like Europe/Berlin or UTC.'],
    [{ timeZone: 'IST' }, 'timeZone must be a time zone by its IANA name, like Europe/Berlin or UTC.'],
    [{ timeZone: '+01:00' }, 'timeZone must be a time zone by its IANA name, like Europe/Berlin or UTC.'],
    [{ priority: 'high' }, 'priority is not known.'],
    [
      { to: undefined, template: 1, expiresAt: 'soon' },
      'to is missing; template must be a string; expiresAt is not a valid datetime.',
    ],
  ])('with %j it names every wrong field', (overrides, explanation) => {
    expect(readDetail(overrides)).toEqual({ code: 'malformed', explanation, notificationId: id })
  })

  it.each([undefined, '', 'a/b', 'a'.repeat(65), 4711])('with the id %j it repeats no id', (notificationId) => {
    expect(readDetail({ notificationId, to: undefined })).not.toHaveProperty('notificationId')
  })

  it('with a number for an id it does not repeat it', () => {
    expect(readDetail({ notificationId: '14155550123', template: '' })).not.toHaveProperty('notificationId')
    expect(readDetail({ notificationId: '14155550123', to: undefined })).not.toHaveProperty('notificationId')
  })

  it('repeats an id of many digits where the number that is there says that they are others', () => {
    const notificationId = 'shop-order-2026112247110815'
    expect(readDetail({ notificationId, template: '' })).toMatchObject({ notificationId })
    expect(readDetail({ notificationId, to: undefined })).not.toHaveProperty('notificationId')
  })

  it('quotes nothing of it, whatever is wrong', () => {
    const secret = fc.constantFrom<unknown>('+14155550123', 'code 042817', '042817042817', 14155550123, {
      '042817': '+14155550123',
    })
    const anyDetail = fc.dictionary(
      fc.constantFrom('to', 'template', 'locale', 'params', 'sendAfter', 'expiresAt', '+14155550123', 'code042817'),
      secret,
    )
    const anyEnvelope = fc.dictionary(fc.constantFrom('time', 'detail-type', '042817'), secret, { maxKeys: 1 })
    fc.assert(
      fc.property(anyDetail, anyEnvelope, (detail, envelope) => {
        const answer = read(aRequestEvent({ notificationId: id, ...detail }, envelope))
        expect(answer).toHaveProperty('code')
        expect(JSON.stringify(answer)).not.toMatch(/4155550123|042817/)
      }),
    )
  })
})
