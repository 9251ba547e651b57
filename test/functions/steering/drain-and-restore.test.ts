import { describe, expect, it } from 'vitest'
import { drain, drainsNow, restore } from '../../../functions/steering/drain-and-restore.ts'
import { aDrain } from '../../builders/a-drain.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const everywhere = aDrain('twilio')
const inGermany = aDrain('twilio', { country: 'DE' })
const inFrance = aDrain('twilio', { country: 'FR' })
const other = aDrain('sns')
const otherInGermany = aDrain('sns', { country: 'DE' })

describe('a drain', () => {
  it('is added to those of other countries', () => {
    expect(drain([inGermany], everywhere, noon)).toEqual([inGermany, everywhere])
    expect(drain([everywhere], inGermany, noon)).toEqual([everywhere, inGermany])
  })

  it('is added to those of other carriers', () => {
    expect(drain([other, otherInGermany], inGermany, noon)).toEqual([other, otherInGermany, inGermany])
  })

  it.each([
    ['everywhere', everywhere],
    ['of its country', inGermany],
  ])('replaces the one before it: %s', (_, before) => {
    const shorter = { ...before, until: atNoon(60), reason: 'It comes back.' }
    expect(drain([inFrance, before], shorter, noon)).toEqual([inFrance, shorter])
  })

  it('forgets those that have ended', () => {
    const ended = [aDrain('twilio', { country: 'FR', until: atNoon() }), aDrain('sns', { until: atNoon() })]
    expect(drain(ended, inGermany, noon)).toEqual([inGermany])
  })

  it('ends by itself, at the instant that was said', () => {
    expect(drainsNow([everywhere], afterNoon(7_199))).toHaveLength(1)
    expect(drainsNow([everywhere], afterNoon(7_200))).toEqual([])
  })
})

describe('to restore a carrier', () => {
  const carrier = 'twilio'

  it('ends every drain of it, or that of one country', () => {
    expect(restore([other, everywhere, inGermany], { carrier }, noon)).toEqual([other])
    expect(restore([inFrance, inGermany, otherInGermany], { carrier, country: 'DE' }, noon)).toEqual([inFrance, otherInGermany])
  })

  it.each([
    ['nobody has drained it', [other], undefined, 'not-drained'],
    ['its drain has ended', [aDrain('twilio', { until: atNoon() })], undefined, 'not-drained'],
    ['it is drained for another country', [inFrance, other], 'DE', 'not-drained'],
    ['one country cannot be taken out of all of them', [everywhere], 'DE', 'drained-everywhere'],
    ['it would stay drained all the same', [everywhere, inGermany], 'DE', 'drained-everywhere'],
  ])('is refused where %s', (_, drains, country, code) => {
    expect(restore(drains, { carrier, ...(country && { country }) }, noon)).toBe(code)
  })
})
