import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { calledOff, callOff } from '../../../functions/notification/called-off.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { accepted, notSent } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { aCancellation, aConfirmation } from '../../builders/an-intervention.ts'
import { atNoon, noon } from '../../builders/noon.ts'

const withdrawn = { cancelled: aCancellation({ reason: 'order-withdrawn' }) }
const refused = anAttempt({ answer: notSent() })
const silent = anAttempt({ answer: accepted(), status: 'accepted', closed: true })

describe('what is called off', () => {
  it.each<[string, Partial<Notification>, Attempt[], object | undefined]>([
    ['is nothing that somebody wants', {}, [], undefined],
    ['ends as cancelled, by its reason', withdrawn, [], { outcome: 'cancelled', reason: 'order-withdrawn' }],
    ['ends as cancelled without a reason', { cancelled: aCancellation() }, [], { outcome: 'cancelled', reason: 'cancelled' }],
    [
      'ends as cancelled where its recipient acted',
      { confirmed: aConfirmation() },
      [],
      { outcome: 'cancelled', reason: 'confirmed' },
    ],
    ['ends as cancelled where nothing was sent', withdrawn, [refused], { outcome: 'cancelled', reason: 'order-withdrawn' }],
    [
      'may have arrived where something may have been sent',
      withdrawn,
      [silent, refused],
      { outcome: 'unknown', reason: 'cancelled' },
    ],
  ])('%s', (_, interventions, attempts, ending) => {
    expect(calledOff(aNotification({ ...interventions, attempts }))).toEqual(ending)
  })
})

it('calling off ends a notification that was never sent', () => {
  expect(callOff(aRequestedNotification(), withdrawn, noon)).toEqual(
    aRequestedNotification({ ...withdrawn, outcome: 'cancelled', reason: 'order-withdrawn', endedAt: atNoon() }),
  )
})
