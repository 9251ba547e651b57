import type { CarrierName } from './carrier-name.ts'
import type { Kind, Kinds } from './kinds.ts'
import type { Waits } from './wait.ts'

/** How a deployment sends: what each kind may do, by whom, and how long it waits. */
export interface Routing {
  readonly kinds: Kinds
  /** The order of carriers by kind. */
  readonly carriers: Readonly<Record<Kind, readonly [CarrierName, ...CarrierName[]]>>
  readonly waits: Waits
}
