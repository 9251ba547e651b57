import type { Retrier } from './definition.ts'

interface Named {
  readonly ErrorEquals: readonly string[]
}

/** No Retry and no Catch sees these, not even by States.ALL. */
const beyondAll = new Set(['States.Runtime', 'States.DataLimitExceeded'])

export const matches = ({ ErrorEquals }: Named, error: string): boolean =>
  ErrorEquals.some((name) => name === error || (name === 'States.ALL' && !beyondAll.has(error)))

/**
 * @param used how often this Retry was used before
 * @param random from 0 to 1: full jitter
 * @returns seconds until the next try
 */
export const backOff = ({ IntervalSeconds, BackoffRate, MaxDelaySeconds }: Retrier, used: number, random: number): number =>
  random * Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** used)
