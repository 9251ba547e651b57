import { expect, it } from 'vitest'
import { secondsToWait } from '../../../functions/fall-back/seconds-to-wait.ts'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { defaultKinds, type Kind } from '../../../functions/notification/kinds.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon } from '../../builders/noon.ts'

const silent: Partial<Attempt> = { status: 'accepted', answer: accepted() }

it.each<[string, Attempt | undefined, Kind, after: number, seconds: number]>([
  ['nothing was armed', undefined, 'order', 0, 0],
  ['its carrier has not answered', anAttempt(), 'order', 0, 1_800],
  ['its carrier has accepted', anAttempt(silent), 'order', 60, 1_740],
  ['it is on its way', anAttempt({ ...silent, status: 'sent' }), 'order', 60, 1_740],
  ['a fraction of a second has passed', anAttempt(silent), 'order', 60.5, 1_739],
  ['six seconds are left', anAttempt(silent), 'order', 1_794, 6],
  ['not quite six seconds are left', anAttempt(silent), 'order', 1_794.001, 0],
  ['five seconds are left', anAttempt(silent), 'order', 1_795, 0],
  ['its deadline has come', anAttempt(silent), 'order', 1_800, 0],
  ['its deadline has passed', anAttempt(silent), 'order', 1_900, 0],
  ['it was not sent', anAttempt({ answer: notSent() }), 'order', 0, 0],
  ['it is undelivered', anAttempt({ ...silent, status: 'undelivered' }), 'order', 0, 0],
  ['its answer is unknown', anAttempt({ answer: unknown() }), 'order', 0, 1_800],
  ['its answer is unknown, and nothing is resent', anAttempt({ answer: unknown() }), 'payment', 0, 1_800],
  ['its answer is unknown, and somebody waits', anAttempt({ answer: unknown() }), 'verification', 0, 0],
  ['its answer is unknown, and no receipt is awaited', anAttempt({ answer: unknown() }), 'marketing', 0, 0],
  ['its carrier has not answered, and no receipt is awaited', anAttempt(), 'marketing', 0, 1_800],
  ['a receipt told more than its answer', anAttempt({ answer: unknown(), status: 'sent' }), 'verification', 0, 1_800],
  ['its carrier has accepted, and somebody waits', anAttempt(silent), 'verification', 0, 1_800],
])('where %s', (_, last, kind, after, seconds) => {
  expect(secondsToWait(last, defaultKinds[kind], afterNoon(after))).toBe(seconds)
})
