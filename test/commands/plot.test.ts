import { describe, expect, it } from 'vitest'
import { bar, sparkline } from '../../commands/plot.ts'

describe('a bar', () => {
  it.each([
    [0, '··········'],
    [0.001, '█·········'],
    [0.5, '█████·····'],
    [0.999, '█████████·'],
    [1, '██████████'],
    [1.2, '██████████'],
  ])('of %d is empty, full or neither', (share, drawn) => {
    expect(bar(share, 10)).toBe(drawn)
  })
})

it('draws counts over time each to the highest, and a blank for none', () => {
  expect(sparkline([0, 1, 4, 8])).toBe(' ▁▄█')
  expect(sparkline([0, 0])).toBe('  ')
})
