import { describe, expect, it } from 'vitest'
import { Misused } from '../../commands/failed.ts'
import { readSince } from '../../commands/read-since.ts'
import { afterNoon, noon } from '../builders/noon.ts'

describe('since when', () => {
  it.each([
    ['45s', -45],
    ['90m', -5_400],
    ['24h', -86_400],
    ['7d', -604_800],
    ['2026-11-22T11:59:00Z', -60],
    ['2026-11-22T13:30:00+02:00', -1_800],
  ])('%s is so many seconds from now', (words, seconds) => {
    expect(readSince(words, noon)).toEqual(afterNoon(seconds))
  })

  it.each(['', '0h', '-1h', '1.5h', '24', 'h', 'yesterday', '2026-11-22'])('refuses %j in a sentence', (words) => {
    expect(() => readSince(words, noon)).toThrow(Misused)
  })
})
