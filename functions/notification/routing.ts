import type { CarrierName } from './carrier-name.ts'
import type { IndustryKind } from './kinds.ts'
import type { Waits } from './wait.ts'

/** How a deployment sends: by whom, and how long it waits. */
export interface Routing {
  /** The order of carriers by kind. */
  readonly carriers: Readonly<Record<IndustryKind, readonly [CarrierName, ...CarrierName[]]>>
  readonly waits: Waits
}
