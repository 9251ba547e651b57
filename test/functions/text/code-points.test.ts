import { expect, it } from 'vitest'
import { codePoints } from '../../../functions/text/code-points.ts'

it.each([
  ['\u202e', 'U+202E'],
  ['e\u0301', 'U+0065 U+0301'],
  ['🎉', 'U+1F389'],
])('numbers the characters of %j as Unicode does', (text, numbers) => {
  expect(codePoints(text)).toBe(numbers)
})
