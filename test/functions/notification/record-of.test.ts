import { expect, it } from 'vitest'
import * as z from 'zod'
import { problemsOf } from '../../../functions/notification/problems-of.ts'
import { recordOf } from '../../../functions/notification/record-of.ts'

const Params = recordOf(z.string(), z.string())

it('takes any names, those that objects inherit included, as plain data', () => {
  expect(Params.parse(JSON.parse('{"code":"1","constructor":"2"}'))).toEqual({ code: '1', constructor: '2' })
})

it('refuses the one name that would be passed over in silence', () => {
  const { error } = Params.safeParse(JSON.parse('{"__proto__":"1"}'))
  expect(error && problemsOf(error)).toEqual([{ field: 'the input', problem: 'must not hold the name __proto__' }])
})

it.each([null, undefined, 'text', 1, []])('refuses %j', (value) => {
  expect(Params.safeParse(value).success).toBe(false)
})

it('reports a missing record as missing', () => {
  const { error } = z.strictObject({ params: Params }).safeParse({})
  expect(error && problemsOf(error)).toEqual([{ field: 'params', problem: 'is missing' }])
})
