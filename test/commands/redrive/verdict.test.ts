import { expect, it } from 'vitest'
import { verdict } from '../../../commands/redrive/verdict.ts'

const none = { redriven: 0, 'would go': 0, left: 0, failed: 0, unseen: 0 }

it.each([
  ['nothing had failed', none, false, '0 redriven, 0 left, 0 failed again.', 0],
  ['a person is needed', { ...none, redriven: 2, left: 1 }, false, '2 redriven, 1 left, 0 failed again.', 0],
  ['something failed again', { ...none, failed: 1 }, false, '0 redriven, 0 left, 1 failed again.', 1],
  [
    'a place could not be looked at, also in a dry run',
    { ...none, 'would go': 1, unseen: 2 },
    true,
    'Nothing is changed. 1 would go, 0 would be left; 2 could not be looked at, or not wholly.',
    1,
  ],
])('where %s', (_where, counts, dryRun, says, exitCode) => {
  expect(verdict(counts, dryRun)).toEqual({ says, exitCode })
})
