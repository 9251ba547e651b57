import { expect, it } from 'vitest'
import { judgeSchedule } from '../../../functions/policy/judge-schedule.ts'

const now = new Date('2026-11-24T12:00:00.000Z')
const due = { decision: 'allow', rule: 'schedule', reason: 'due' }

it('is due at once without a time to wait for', () => {
  expect(judgeSchedule({}, now)).toEqual(due)
})

it.each(['2026-11-24T12:00:00Z', '2026-11-24T11:59:59.999Z', '2026-11-24T13:00:00+01:00', '2020-01-01T00:00:00Z'])(
  'is due from the very instant on: %s',
  (sendAfter) => {
    expect(judgeSchedule({ sendAfter }, now)).toEqual(due)
  },
)

it.each([
  ['2026-11-24T12:00:00.001Z', '2026-11-24T12:00:01.000Z'],
  ['2026-11-24T12:00:01.000Z', '2026-11-24T12:00:01.000Z'],
  ['2026-12-24T12:00:00Z', '2026-12-24T12:00:00.000Z'],
  ['2026-11-24T13:30:00+01:00', '2026-11-24T12:30:00.000Z'],
])('is held until %s, which the workflow is told in UTC and in whole seconds', (sendAfter, until) => {
  expect(judgeSchedule({ sendAfter }, now)).toEqual({ decision: 'hold', rule: 'schedule', reason: 'scheduled', until })
})

it('is due when its hold is over', () => {
  const sendAfter = '2026-11-25T09:00:00.250+05:30'
  const { until = '' } = judgeSchedule({ sendAfter }, now)
  expect(judgeSchedule({ sendAfter }, new Date(until))).toEqual(due)
})
