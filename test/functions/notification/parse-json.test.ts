import { expect, it } from 'vitest'
import { parseJson } from '../../../functions/notification/parse-json.ts'

it('reads JSON', () => {
  expect(parseJson('{"code":["042817"]}')).toEqual({ code: ['042817'] })
})

it.each(['', '{', '+14155550123x', 'undefined'])(
  'gives undefined for what is none, instead of an error that quotes it: %j',
  (text) => {
    expect(parseJson(text)).toBeUndefined()
  },
)
