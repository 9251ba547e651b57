import type { Carrier } from './carrier.ts'
import type { Door } from './door.ts'
import type { Place, ScriptBook } from './script-book.ts'
import type { Truth } from './truth.ts'

/** All of a network that its control can reach. */
export interface Controlled {
  readonly scripts: ScriptBook
  readonly truth: Truth
  readonly carriers: readonly Carrier[]
  readonly doors: ReadonlyMap<string, Door>
  /** Ends all that is under way. */
  readonly signal: AbortSignal
}

export interface Asked {
  readonly place: Place
  /** The one that the place names, or all. */
  readonly carriers: readonly Carrier[]
  readonly body: string
}
