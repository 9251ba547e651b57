import type { World } from './world.ts'

/** One thing that can happen next. */
export interface Choice<Any = World> {
  /** In words, for a story. */
  readonly said: () => string
  readonly next: () => Any
}

/** What must never happen, in a sentence. */
export class Violation extends Error {}
