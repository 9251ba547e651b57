import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SlotOf } from '../../../../functions/template/values/rules.ts'
import { url } from '../../../../functions/template/values/url.ts'
import { countParts } from '../../../../functions/text/count-parts.ts'

const slot: SlotOf<'url'> = {
  type: 'url',
  hosts: ['shop.example', 'track.shop.example'],
  maxLength: 60,
  example: 'https://shop.example',
}

it.each([
  'https://shop.example',
  'https://shop.example/',
  'https://track.shop.example/p/4711?x=1&y=%20#top',
  'https://shop.example?a',
  'https://shop.example#a',
  'https://shop.example/@user:80',
])('takes %s, and tells it as it is', (value) => {
  expect(url.judge(slot, value)).toBeUndefined()
  expect(url.format(slot, value, 'de', 'en')).toBe(value)
})

const elsewhere = 'must begin with https:// and then shop.example or track.shop.example'
const unwritten = 'holds a character that an address must write with a percent sign, like %20 for a blank'

it.each<[unknown, string]>([
  [1, 'must be a string'],
  [['https://shop.example'], 'must be a string'],
  [`https://shop.example/${'a'.repeat(40)}`, 'is longer than 60 characters'],
  ...[
    ...['', 'shop.example', 'http://shop.example', 'HTTPS://shop.example', ' https://shop.example', 'https:/shop.example'],
    ...['https://SHOP.example', 'https://shop.example.', 'https://evil.shop.example', 'https://shop.example.evil.example'],
    ...[
      'https://user@shop.example',
      'https://shop.example@evil.example',
      'https://shop.example:443',
      'https://shop.example:x@e.example',
    ],
    ...[
      'https://shop.example\\@evil.example',
      'https://shop\u2024example',
      'https://ѕhop.example',
      'https://evil.example/https://shop.example',
    ],
  ].map((value): [string, string] => [value, elsewhere]),
  ...['/a b', '/a\nb', '/ü', '/\u202e', '/a\u0000', '/"x"', '/<a>', '/{{code}}', '/a\\b', '/`', '/~a', '/[1]', '/😀'].map(
    (path): [string, string] => [`https://shop.example${path}`, unwritten],
  ),
])('says what is wrong with %j: %s', (value, problem) => {
  expect(url.judge(slot, value)).toBe(problem)
})

it('lets nothing through that a browser would read as another place', () => {
  const near = fc.array(
    fc.constantFrom('https://', 'shop.example', 'evil.example', '@', ':', '/', '\\', '?', '#', '.', '\t', '%2f', '443'),
    {
      maxLength: 9,
    },
  )
  fc.assert(
    fc.property(near, (pieces) => {
      const value = `https://shop.example${pieces.join('')}`
      if (url.judge(slot, value) !== undefined) return
      const { protocol, host, username, password, port } = new URL(value)
      expect({ protocol, host, username, password, port }).toEqual({
        ...{ protocol: 'https:', host: 'shop.example', username: '', password: '', port: '' },
      })
    }),
  )
})

it('takes at its longest as many septets as characters', () => {
  const longest = url.longest(slot, 'en', 'en').any
  expect(url.judge(slot, longest)).toBeUndefined()
  expect(countParts(longest)).toEqual({ encoding: 'GSM 03.38', parts: 1, units: 60 })
})
