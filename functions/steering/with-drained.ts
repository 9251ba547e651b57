import type { CarrierName } from '../notification/carrier-name.ts'
import type { Decided } from '../notification/decided.ts'

/** A decision that says which carriers were drained, where any was: else nobody could tell why the first of the kind was not chosen. */
export const withDrained = (decided: Decided, drained: readonly CarrierName[] | undefined): Decided => {
  const { notification, answer } = decided
  if (drained === undefined || drained.length === 0 || answer.decision === 'stop') return decided
  const next = { ...answer, drained: [...drained] }
  return { notification: { ...notification, next }, answer: next }
}
