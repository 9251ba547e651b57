import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Failure, failureClasses, isOptOut, optedOut, strongerFailure } from '../../../functions/notification/failure.ts'
import { anyFailure } from '../../builders/any-receipt.ts'

const anyOrNone = fc.option(anyFailure, { nil: undefined })
const because = (failureClass: Failure['class'], reason = 'a-reason'): Failure => ({ class: failureClass, reason })

it.each(failureClasses.slice(1).map((weaker, index) => [failureClasses[index] ?? weaker, weaker]))(
  'keeps %s of %s',
  (stronger, weaker) => {
    expect(strongerFailure(because(weaker), because(stronger))).toEqual(because(stronger))
  },
)

it('keeps the reason that is first in the alphabet of two in one class, so that the order of arrival does not matter', () => {
  const [blocked, invalid] = [because('recipient', 'blocked-list'), because('recipient', 'invalid-number')]
  expect(strongerFailure(invalid, blocked)).toEqual(blocked)
  expect(strongerFailure(blocked, invalid)).toEqual(blocked)
})

it('keeps an opt-out of any two: it ends more than this text', () => {
  for (const failureClass of failureClasses) {
    const other = because(failureClass, 'a-reason')
    expect(strongerFailure(optedOut, other)).toEqual(optedOut)
    expect(strongerFailure(other, optedOut)).toEqual(optedOut)
  }
})

it('an opt-out is the recipient’s own word, and no other failure is one', () => {
  expect(isOptOut(optedOut)).toBe(true)
  for (const other of [undefined, because('recipient'), because('request', 'opted-out')]) expect(isOptOut(other)).toBe(false)
})

it('keeps the only one there is', () => {
  expect(strongerFailure(because('route'), undefined)).toEqual(because('route'))
  expect(strongerFailure(undefined, because('route'))).toEqual(because('route'))
  expect(strongerFailure(undefined, undefined)).toBeUndefined()
})

it('decides alike in any order and however they are grouped, and between two equal ones keeps that one', () => {
  fc.assert(
    fc.property(anyOrNone, anyOrNone, anyOrNone, (a, b, c) => {
      expect(strongerFailure(a, b)).toEqual(strongerFailure(b, a))
      expect(strongerFailure(strongerFailure(a, b), c)).toEqual(strongerFailure(a, strongerFailure(b, c)))
      expect(strongerFailure(a, a)).toEqual(a)
      expect([a, b]).toContainEqual(strongerFailure(a, b))
    }),
  )
})
