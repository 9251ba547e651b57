import { describe, expect, it } from 'vitest'
import { executionNameOf, readExecutionName } from '../../../../functions/template/review/execution-name.ts'
import type { ReviewState } from '../../../../functions/template/review/review.ts'
import { standingVersion } from '../../../../functions/template/review/standing-version.ts'
import { aReview } from '../../../builders/a-review.ts'

it.each<[states: readonly ReviewState[], stands: number | undefined]>([
  [[], undefined],
  [['draft'], 1],
  [['in review'], 1],
  [['approved'], 1],
  [['rejected'], undefined],
  [['retired'], undefined],
  [['approved', 'rejected', 'rejected'], 1],
  [['approved', 'in review'], 2],
  [['approved', 'retired'], undefined],
  [['approved', 'retired', 'rejected'], undefined],
])('of versions that are %j, the oldest first, what stands is %s', (states, stands) => {
  const reviews = states.map((state, index) => aReview({ state, version: index + 1 })).reverse()
  expect(standingVersion(reviews)?.version).toBe(stands)
})

describe('the name of an execution', () => {
  it.each([
    { name: 'order', version: 12 },
    { name: 'order-1', version: 2 },
    { name: 'order-1-2', version: 3 },
  ])('tells its version: $name@$version', (version) => {
    expect(readExecutionName(executionNameOf(version))).toEqual(version)
  })

  it.each(['', 'order', 'order-', '-1', 'order-01', 'order-1a'])('that no submission gives tells none: %j', (name) => {
    expect(readExecutionName(name)).toBeUndefined()
  })
})
