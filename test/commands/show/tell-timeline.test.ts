import { expect, it } from 'vitest'
import { tellTimeline } from '../../../commands/show/tell-timeline.ts'
import { atNoon } from '../../builders/noon.ts'

it('writes a row a happening under its day: when, how long after the request, what, of which attempt, in words', () => {
  const happenings = [
    { at: atNoon(-1), what: 'cancelled', words: 'before it was asked for' },
    { at: atNoon(), what: 'requested', words: 'order-shipped' },
    { at: atNoon(0.8), what: 'armed', attempt: 1, words: 'for sns' },
    { at: atNoon(1_800), what: 'silent', attempt: 1, words: 'sns had not said' },
    { at: atNoon(86_400), what: 'ended', words: 'expired' },
  ] as const
  expect(tellTimeline(happenings, undefined)).toEqual([
    '2026-11-22 UTC',
    '11:59:59    -1.0 s  cancelled      before it was asked for',
    '12:00:00            requested      order-shipped',
    '12:00:00    +0.8 s  armed      #1  for sns',
    '12:30:00   +30 min  silent     #1  sns had not said',
    '2026-11-23 UTC',
    '12:00:00     +24 h  ended          expired',
  ])
})

it('goes on below its words where they are longer than a line of the terminal', () => {
  const happening = { at: atNoon(), what: 'ended', words: 'undeliverable: the phone was off for all of its time' } as const
  expect(tellTimeline([happening], 60)).toEqual([
    '2026-11-22 UTC',
    '12:00:00            ended          undeliverable: the phone',
    '                                   was off for all of its',
    '                                   time',
  ])
})
