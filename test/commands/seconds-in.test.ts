import { expect, it } from 'vitest'
import { secondsIn } from '../../commands/seconds-in.ts'

it.each([
  ['45s', 45],
  ['90m', 5_400],
  ['2h', 7_200],
  ['7d', 604_800],
])('%s is %i seconds', (time, seconds) => {
  expect(secondsIn(time)).toBe(seconds)
})

it.each(['', 'h', '2', '0h', '-1h', '1.5h', '2 h', '2w', '2hours', '9999999s'])('"%s" is no time', (time) => {
  expect(secondsIn(time)).toBeUndefined()
})
