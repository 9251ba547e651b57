import { expect, it } from 'vitest'
import { sentenceOf } from '../../../functions/notification/problem.ts'

it('names every problem in one sentence', () => {
  const problems = [
    { field: 'params.code', problem: 'is missing' },
    { field: 'params.eta', problem: 'is not declared by the template' },
  ]
  expect(sentenceOf(problems)).toBe('params.code is missing; params.eta is not declared by the template.')
})

it('says equal problems once', () => {
  const unnamed = { field: 'params.(a name that is no identifier)', problem: 'is not declared by the template' }
  expect(sentenceOf([unnamed, unnamed])).toBe('params.(a name that is no identifier) is not declared by the template.')
})

it('names fifty problems, and counts from the next one on', () => {
  const problems = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ field: `entries.${index}`, problem: 'is wrong' }))
  expect(sentenceOf(problems(50))).toMatch(/; entries\.49 is wrong\.$/)
  expect(sentenceOf(problems(51))).toMatch(/; entries\.49 is wrong; and 1 more problems\.$/)
})

it('stays short enough for an event, whatever was sent', () => {
  const problems = Array.from({ length: 10_000 }, (_, index) => ({
    field: `params.${'a'.repeat(index % 40)}${index}`,
    problem: 'is not declared',
  }))
  const sentence = sentenceOf(problems)
  expect(sentence.length).toBeLessThan(5_000)
  expect(sentence).toMatch(/; and 9950 more problems\.$/)
})
