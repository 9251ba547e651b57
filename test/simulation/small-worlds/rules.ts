import type { Choice } from './choice.ts'

/** What can happen in worlds of one sort, what must not, and when two of them are one. */
export interface Rules<Any> {
  readonly choicesOf: (world: Any) => readonly Choice<Any>[]
  /** The same world with less to tell it from others. */
  readonly tidied: (world: Any) => Any
  /** @throws Violation where a step, or the world that it leads to, breaks an invariant */
  readonly check: (before: Any, after: Any) => void
  /** The same for two worlds in which the same can happen from here on. */
  readonly keyOf: (world: Any) => string
  /** How a world ended in which nothing is left to happen. */
  readonly endOf: (world: Any) => string
  /** What is wrong where nothing happens any more, if anything. */
  readonly stuckIn: (world: Any) => string | undefined
}
