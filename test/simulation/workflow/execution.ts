import type { Step } from './definition.ts'
import type { Data } from './paths.ts'

/** How an execution ended, in the words of Step Functions. */
export interface End {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'
  readonly error?: string
  readonly cause?: string
}

/** The error by which this world, and not Step Functions, ends one that goes round in a loop. */
export const endlessly = 'an endless loop'

/** An execution between two steps: a plain JSON value, to be kept, compared and gone on with as often as one likes. */
export interface Execution {
  /** The state it is in, or ended in. */
  readonly state: string
  readonly data: Data
  /** How often each Retry of this state was used since it was entered. */
  readonly retries: readonly number[]
  /** Seconds to pass before its task is scheduled again. */
  readonly backsOff?: number
  readonly end?: End
  /** Every state that was entered: as many are paid for. */
  readonly path: readonly string[]
}

export interface Call {
  readonly type: 'call'
  readonly state: string
  readonly step: Step
  readonly payload: Data
  /** Whether it ends by its token only; its function's own answer is not waited for, but its throw ends it too. */
  readonly waitsForToken: boolean
  /** From the moment it is scheduled; then it fails by States.Timeout. */
  readonly timeoutSeconds?: number
}

/** What the world has to do next for an execution. */
export type Todo =
  | Call
  | { readonly type: 'wait'; readonly state: string; readonly until: Date }
  | { readonly type: 'back-off'; readonly state: string; readonly seconds: number }
  | ({ readonly type: 'ended'; readonly state: string } & End)
