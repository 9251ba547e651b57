import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sentenceOf } from '../../../functions/notification/problem.ts'
import { judgeParameters } from '../../../functions/template/judge-parameters.ts'
import type { Slot } from '../../../functions/template/slot.ts'

const slots: Record<string, Slot> = {
  orderNo: { type: 'text', maxLength: 20, example: '4711' },
  code: { type: 'code', length: 6, example: '042817' },
}

it('finds nothing wrong with parameters that fit', () => {
  expect(judgeParameters(slots, { orderNo: '4711', code: '042817' })).toEqual([])
})

it.each<[object, string]>([
  [{ orderNo: '4711' }, 'params.code is missing.'],
  [{ orderNo: '4711', code: '042817', eta: 'soon' }, 'params.eta is not declared by the template.'],
  [{ orderNo: ' ', code: '1' }, 'params.orderNo is blank; params.code must be exactly 6 digits.'],
  [{ orderNo: 4711, code: 42817 }, 'params.orderNo must be a string, numbers too; params.code must be a string, numbers too.'],
  [
    { orderNo: 'a'.repeat(21), code: null },
    'params.orderNo is longer than 20 characters; params.code must be a string, numbers too.',
  ],
  [
    { orderNo: 'evil.top', eta: 1 },
    'params.orderNo holds a link, or what a phone would show as one (a full stop between letters); params.code is missing; ' +
      'params.eta is not declared by the template.',
  ],
  [
    { orderNo: '4711', code: '042817', '+14155550123': 'a', '+14155550124': 'b' },
    'params.(a name that is no identifier) is not declared by the template.',
  ],
])('of %j it says: %s', (params, sentence) => {
  expect(sentenceOf(judgeParameters(slots, { ...params }))).toBe(sentence)
})

it('looks at own properties only', () => {
  const inherited = Object.create({ orderNo: '4711', code: '042817' })
  expect(judgeParameters(slots, inherited).map(({ problem }) => problem)).toEqual(['is missing', 'is missing'])
  const named = JSON.parse('{"orderNo":"4711","code":"042817","__proto__":"a","constructor":"b"}')
  expect(judgeParameters(slots, named).map(({ field }) => field)).toEqual(['params.__proto__', 'params.constructor'])
})

it('names each parameter at most once, and none of its values', () => {
  const value = fc.oneof(
    fc.constant('SECRET.example'),
    fc.constant(`SECRET${'x'.repeat(10_000)}`),
    fc.constant(424242),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('orderNo', 'code', 'eta', 'toString'), value), (params) => {
      const problems = judgeParameters(slots, params)
      expect(new Set(problems.map(({ field }) => field)).size).toBe(problems.length)
      expect(sentenceOf(problems)).not.toMatch(/SECRET|424242/)
    }),
  )
})
