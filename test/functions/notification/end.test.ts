import { expect, it } from 'vitest'
import { end } from '../../../functions/notification/end.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const rejection = {
  outcome: 'rejected',
  reason: 'unknown-template',
  explanation: 'template is not the name of a template.',
} as const
const delivered = [anAttempt({ closed: true }), anAttempt({ number: 2, status: 'delivered' })]

it('gives a notification its outcome, with reason, explanation and time', () => {
  expect(end(aNotification(), rejection, noon)).toEqual({ ...aNotification(), ...rejection, endedAt: atNoon() })
})

it.each(outcomes)('leaves the outcome %s as it is', (outcome) => {
  const ended = aNotification({ outcome, reason: 'before', endedAt: atNoon() })
  expect(end(ended, rejection, afterNoon(60))).toBe(ended)
})

it.each(outcomes.filter((outcome) => outcome !== 'delivered'))(
  'raises %s to delivered where an attempt was delivered',
  (outcome) => {
    const ended = aNotification({ attempts: delivered, outcome, reason: 'before', explanation: 'Before.', endedAt: atNoon(-60) })
    expect(end(ended, rejection, noon)).toEqual(
      aNotification({ attempts: delivered, outcome: 'delivered', reason: 'receipt', endedAt: atNoon() }),
    )
  },
)

it('ends as delivered, whatever the ending asked for, where an attempt was delivered', () => {
  expect(end(aNotification({ attempts: delivered }), rejection, noon)).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
})

it('keeps the reason of who knows of the delivery', () => {
  const confirmed = { outcome: 'delivered', reason: 'confirmed' } as const
  expect(end(aNotification({ attempts: delivered }), confirmed, noon)).toMatchObject(confirmed)
})

it('keeps the time of a delivery', () => {
  const ended = aNotification({ attempts: delivered, outcome: 'delivered', reason: 'receipt', endedAt: atNoon() })
  expect(end(ended, { outcome: 'delivered', reason: 'receipt' }, afterNoon(60))).toBe(ended)
})
