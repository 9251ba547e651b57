import { describe, expect, it } from 'vitest'
import { eventReader } from '../../../functions/request/read-event.ts'
import { rejections } from '../../../functions/request/rejections.ts'
import { aRequestEvent } from '../../builders/a-request-event.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const readEvent = eventReader(['Lamp Lit', 'Lamp Put Out'])
const limits = { mostEventAge: 60, requesters: { accounts: ['111122223333'] } }
const read = (overrides: object, now = noon) =>
  readEvent(aRequestEvent({ lamp: 1 }, { 'detail-type': 'Lamp Lit', ...overrides }), now, limits)

describe('an event', () => {
  it('is read, and its detail left to others', () => {
    expect(read({ account: '111122223333' })).toEqual({
      detailType: 'Lamp Lit',
      detail: { lamp: 1 },
      source: '111122223333/shop',
      madeAt: noon,
      isStale: false,
    })
  })

  it.each([
    ['its source', {}, 'shop'],
    ['its account', { account: '111122223333', source: undefined }, '111122223333'],
    ['nothing', { source: undefined }, ''],
  ])('tells where it is from by %s, where no more is known', (_, overrides, source) => {
    expect(read(overrides)).toMatchObject({ source })
  })

  it('is made now at the latest, and stale beyond the age that is accepted', () => {
    expect(read({ time: atNoon(5) })).toMatchObject({ madeAt: noon, isStale: false })
    expect(read({}, afterNoon(60))).toMatchObject({ madeAt: noon, isStale: false })
    expect(read({}, afterNoon(60.001))).toMatchObject({ madeAt: noon, isStale: true })
  })

  it('must be of a sort that is taken', () => {
    const explanation = 'detail-type must be one of Lamp Lit, Lamp Put Out.'
    expect(read({ 'detail-type': 'Lamp Broken' })).toEqual({ code: 'malformed', explanation })
  })

  it('must not be foreign', () => {
    const foreign = { code: 'foreign-source', explanation: rejections['foreign-source'] }
    expect(read({ account: '444455556666', detail: null })).toEqual(foreign)
  })
})
