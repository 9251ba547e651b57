import type { Bus } from '../cloud/bus.ts'
import type { EventQueue } from '../cloud/event-queue.ts'
import type { Lambda } from '../cloud/lambda.ts'
import type { Workflows } from '../cloud/workflows.ts'
import type { InProcessDynamo } from '../dynamo/in-process-dynamo.ts'
import type { Aimed } from '../faults/aimed.ts'
import type { StepName } from '../faults/fault.ts'
import type { Network } from '../network/network.ts'
import type { Definition } from '../workflow/definition.ts'
import type { Chance } from './chance.ts'
import type { Ledger } from './ledger.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What is deployed: the workflow, and how long each function may take, in seconds. */
export interface Deployed {
  readonly definition: Definition
  readonly timeouts: Readonly<Record<StepName, number>>
}

/** What all simulated services share, and how they find each other. */
export interface World {
  readonly deployed: Deployed
  readonly time: VirtualTime
  readonly chance: Chance
  readonly faults: Aimed
  readonly ledger: Ledger
  /** Since the run's start. */
  readonly seconds: () => number
  /** Writes a line of a notification's story, where somebody reads it. */
  readonly tell: (of: number, line: () => string) => void
  readonly records: InProcessDynamo
  readonly lambda: Lambda
  readonly workflows: Workflows
  readonly bus: Bus
  readonly requests: EventQueue
  /** What is said of people, and of notifications. */
  readonly permissions: EventQueue
  readonly interventions: EventQueue
  readonly network: Network
}
