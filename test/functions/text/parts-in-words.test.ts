import { expect, it } from 'vitest'
import { partsInWords } from '../../../functions/text/parts-in-words.ts'

it('says one part, and several parts', () => {
  expect([1, 2, 10].map(partsInWords)).toEqual(['1 part', '2 parts', '10 parts'])
})
