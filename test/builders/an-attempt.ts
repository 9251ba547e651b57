import type { Attempt } from '../../functions/notification/attempt.ts'
import { atNoon } from './noon.ts'

/** Armed at noon, its carrier not yet heard of, its receipt waited for. */
export const anAttempt = (overrides: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  carrier: 'sns',
  mark: `mark-of-attempt-${overrides.number ?? 1}`,
  armedAt: atNoon(),
  deadline: atNoon(1_800),
  status: 'armed',
  closed: false,
  ...overrides,
})
