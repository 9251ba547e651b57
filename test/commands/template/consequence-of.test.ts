import { expect, it } from 'vitest'
import { consequenceOf } from '../../../commands/template/consequence-of.ts'
import type { Current } from '../../../functions/template/review/decide-review.ts'
import type { ReviewState } from '../../../functions/template/review/review.ts'

const sent = 'From now on it is what is sent.'

it.each<[state: ReviewState, current: Current | undefined, sentence: string]>([
  ['approved', { version: 2, isRetired: false }, sent],
  ['approved', { version: 2, isRetired: true }, 'It was decided before, and serves no new request any more.'],
  ['approved', { version: 3, isRetired: false }, 'It was replaced: order-shipped@3 is what is sent.'],
  ['approved', { version: 3, isRetired: true }, 'A later one, order-shipped@3, has replaced it and was retired.'],
  ['retired', { version: 2, isRetired: true }, 'It was decided before, and serves no new request any more.'],
  ['rejected', undefined, 'It will never be sent.'],
])('of version 2 that is %s, with %j current, it says: %s', (state, current, sentence) => {
  expect(consequenceOf({ name: 'order-shipped', version: 2, state }, current)).toBe(sentence)
})
