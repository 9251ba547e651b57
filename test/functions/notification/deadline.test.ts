import { describe, expect, it } from 'vitest'
import { deadlineOf } from '../../../functions/notification/deadline.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { afterNoon, atNoon } from '../../builders/noon.ts'

describe('the deadline of a notification', () => {
  it('is an hour after its validity, in which what was under way has ended', () => {
    const code = aNotification({ kind: 'verification', plan: aPlan({ validUntil: atNoon(300) }) })
    expect(deadlineOf(code)).toEqual(afterNoon(300 + 3_600))
  })

  it('is an hour after the longest validity, counted from its request, while nobody has planned it', () => {
    expect(deadlineOf(aRequestedNotification({ requestedAt: atNoon(-60) }))).toEqual(afterNoon(-60 + 86_400 + 3_600))
  })

  it('counts from when it is due while nobody has planned it: thirty days ahead is not lost before that', () => {
    const putOff = aRequestedNotification({ sendAfter: atNoon(30 * 86_400) })
    expect(deadlineOf(putOff)).toEqual(afterNoon(30 * 86_400 + 86_400 + 3_600))
  })
})
