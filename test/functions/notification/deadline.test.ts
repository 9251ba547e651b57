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

  it('is an hour after the day in which it would have been planned, where nobody did', () => {
    expect(deadlineOf(aRequestedNotification({ requestedAt: atNoon(-60) }))).toEqual(afterNoon(-60 + 86_400 + 3_600))
  })

  it('is that also of a text that is put off: what is due in a month is planned today', () => {
    expect(deadlineOf(aRequestedNotification({ sendAfter: atNoon(2_592_000) }))).toEqual(afterNoon(86_400 + 3_600))
    expect(deadlineOf(aNotification({ plan: aPlan({ validUntil: atNoon(2_592_300) }) }))).toEqual(afterNoon(2_592_300 + 3_600))
  })
})
