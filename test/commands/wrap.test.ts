import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../commands/display-width.ts'
import { wrap } from '../../commands/wrap.ts'

it.each([
  ['abc', 3],
  ['è', 1],
  ['验证码', 6],
  ['한국', 4],
  ['🎉', 2],
  ['👩‍👩‍👧', 2],
  ['❤️', 2],
  ['€', 1],
])('%s takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns)
})

describe('a text broken into lines', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bc', ' ', 'ł', '验', '🎉', 'e\u0301', 'longerword', '\n'))
    .map((some) => some.join(''))

  it('is wider than asked for on none of them', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (some, width) => {
        for (const line of wrap(some, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('is still the same text but for its blanks', () => {
    const withoutBlanks = (some: string) => some.replaceAll(/\s/g, '')
    fc.assert(fc.property(text, (some) => withoutBlanks(wrap(some, 9).join('')) === withoutBlanks(some)))
  })

  it('breaks at blanks where it can, and keeps its own line breaks', () => {
    expect(wrap('Your order is on its way.\nThank you', 14)).toEqual(['Your order is', 'on its way.', 'Thank you'])
    expect(wrap('https://shop.example/track/HX-20931', 14)).toEqual(['https://shop.e', 'xample/track/H', 'X-20931'])
  })
})
