import { type Attempt, isTaken } from './attempt.ts'
import type { Plan } from './notification.ts'
import type { Price } from './receipt.ts'

/** What an attempt comes to. */
export interface Cost {
  readonly parts: number
  /** As its carrier said; undefined where it has not. */
  readonly charged: Price | undefined
  /** US dollars: what was charged, or else what the text was to cost; undefined where neither is known. */
  readonly usd: number | undefined
}

/** @returns undefined where no carrier has said that it took the text: then nothing is known to be owed */
export const costOf = (attempt: Attempt, plan: Plan | undefined): Cost | undefined => {
  if (!isTaken(attempt)) return undefined
  const { carrier, price: charged } = attempt
  const usd = charged?.currency === 'USD' ? charged.amount : plan?.prices?.[carrier]
  return { parts: attempt.parts ?? plan?.parts ?? 0, charged, usd }
}
