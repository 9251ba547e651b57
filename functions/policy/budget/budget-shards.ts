import type { Kind } from '../../notification/kinds.ts'

/** What a kind may spend on one day of the deployment's zone. */
export interface DayBudget {
  readonly kind: Kind
  /** e.g. "2026-11-24" */
  readonly day: string
  /** Parts. */
  readonly parts: number
}

/** What is spent of a budget: only parts are limited; the money tells what they cost, as far as prices are known. */
export interface Spending {
  readonly parts: number
  /** Millionths of a US dollar: a part costs fractions of a cent. */
  readonly microUsd: number
}

/** Below it one counter bears all that the budget lets through; above it four bear more than 500 arms a second. See decision 18. */
const smallestShared = 1_000
const sharedBy = 4

/** How a budget is shared out among counters, so that none of them is hot: the shares sum up to the budget exactly. */
export const sharesOf = ({ parts }: Pick<DayBudget, 'parts'>): readonly number[] => {
  const shards = parts < smallestShared ? 1 : sharedBy
  const least = Math.floor(parts / shards)
  return Array.from({ length: shards }, (_, shard) => least + (shard < parts % shards ? 1 : 0))
}

/** In which order the counters are asked, so that notifications spread over all of them. */
export const shardsInTurn = (count: number, notificationId: string): readonly number[] => {
  const first = [...notificationId].reduce((sum, character) => sum + character.charCodeAt(0), 0)
  return Array.from({ length: count }, (_, index) => (first + index) % count)
}
