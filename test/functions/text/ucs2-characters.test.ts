import { expect, it } from 'vitest'
import { ucs2Characters } from '../../../functions/text/ucs2-characters.ts'

it.each<[string, string[]]>([
  ['Shop: hello €', []],
  ['ça, ça – 😀😀', ['ç', '–', '😀']],
  ['字\ud83d', ['字', '\ud83d']],
])('finds in %j what is not in GSM 03.38', (text, characters) => {
  expect(ucs2Characters(text)).toEqual(characters)
})
