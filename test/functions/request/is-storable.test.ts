import { describe, expect, it } from 'vitest'
import { isStorable } from '../../../functions/request/is-storable.ts'

const nested = (levels: number): unknown => (levels === 0 ? 'text' : { inner: nested(levels - 1) })
const listed = (levels: number): unknown => (levels === 0 ? 'text' : [listed(levels - 1)])

describe('a value of a request', () => {
  it.each([
    ['a text', 'Tuesday'],
    ['a text beyond the BMP', '🧾'],
    ['a number', 4711],
    ['no number at all', 0],
    ['the smallest number', 1e-130],
    ['the largest number', -Number.MAX_SAFE_INTEGER],
    ['true', true],
    ['nothing', null],
    ['eight levels of objects', nested(8)],
    ['eight levels of lists', listed(8)],
  ])('can be stored: %s', (_, value) => {
    expect(isStorable(value)).toBe(true)
  })

  it.each([
    ['half a surrogate pair', '\ud83e'],
    ['a number that JavaScript rounds', Number.MAX_SAFE_INTEGER + 1],
    ['a number that is too small for DynamoDB', 1e-131],
    ['nine levels of objects', nested(9)],
    ['nine levels of lists', listed(9)],
    ['a field called constructor', { constructor: 'text' }],
    ['a field called __proto__', JSON.parse('{ "__proto__": "text" }')],
    ['a field without a name', { '': 'text' }],
    ['a field whose name is longer than DynamoDB takes', { ['n'.repeat(65_536)]: 'text' }],
    ['a name with half a surrogate pair', { '\ud83e': 'text' }],
    ['something wrong within', { list: [{ fine: 1 }, { wrong: '\ud83e' }] }],
  ])('cannot be stored: %s', (_, value) => {
    expect(isStorable(value)).toBe(false)
  })
})
