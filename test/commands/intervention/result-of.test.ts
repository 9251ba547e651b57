import { expect, it } from 'vitest'
import { type Result, resultOf, type Said } from '../../../commands/intervention/result-of.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aCancellation, aConfirmation } from '../../builders/an-intervention.ts'

const [cancelled, confirmed] = [aCancellation(), aConfirmation()]

it.each<[string, Said, Partial<Notification>, Result | undefined]>([
  ['a cancellation that nobody has taken yet', 'cancelled', {}, undefined],
  ['a cancellation in time', 'cancelled', { cancelled, outcome: 'cancelled' }, 'heeded'],
  ['a cancellation of what may have been sent', 'cancelled', { cancelled }, 'late'],
  ['a cancellation of what was sent and has arrived', 'cancelled', { cancelled, outcome: 'delivered' }, 'late'],
  ['a cancellation after the end', 'cancelled', { outcome: 'unknown' }, 'late'],
  ['a cancellation after the recipient acted', 'cancelled', { confirmed, outcome: 'delivered' }, 'late'],
  ['a confirmation that nobody has taken yet', 'confirmed', { cancelled }, undefined],
  ['a confirmation', 'confirmed', { confirmed, outcome: 'delivered' }, 'heeded'],
  ['a confirmation of what was never sent', 'confirmed', { confirmed, outcome: 'cancelled' }, 'heeded'],
  ['a confirmation after the end', 'confirmed', { outcome: 'delivered' }, 'late'],
])('%s', (_, said, overrides, result) => {
  expect(resultOf(said, aNotification(overrides), undefined)).toBe(result)
})

it('what nobody has requested yet is parked, or was not taken yet', () => {
  expect(resultOf('cancelled', undefined, { cancelled })).toBe('parked')
  expect(resultOf('confirmed', undefined, undefined)).toBeUndefined()
})
