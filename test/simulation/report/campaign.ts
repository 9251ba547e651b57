import { seedOf } from '../core/chance.ts'
import { simulate } from '../core/simulate.ts'
import type { Deployed } from '../core/world.ts'
import type { FaultName, Run } from '../faults/fault.ts'
import { makeRun } from '../faults/make-faults.ts'
import { type Violation, violations } from '../judge/violations.ts'
import { type Tally, tallyOf } from './tally.ts'

/** Many runs by one seed. */
export interface Campaign {
  readonly seed: number
  /** Of notifications. */
  readonly count: number
  readonly faults: readonly FaultName[]
}

/** Notifications of one run: enough for batches and for spells of the whole world, few enough to be shrunk. */
export const mostInRun = 250

export const runsIn = ({ count }: Campaign): number => Math.ceil(count / mostInRun)

/** The n-th run of a campaign, from 0. */
export const runOf = ({ seed, count, faults }: Campaign, index: number): Run =>
  makeRun(seedOf(seed, index), Math.min(mostInRun, count - index * mostInRun), faults)

export interface RunResult {
  readonly index: number
  readonly tally: Tally
  readonly violations: readonly Violation[]
}

export const resultOf = async (deployed: Deployed, campaign: Campaign, index: number): Promise<RunResult> => {
  const simulated = await simulate(deployed, runOf(campaign, index))
  return { index, tally: tallyOf(simulated), violations: violations(simulated) }
}
