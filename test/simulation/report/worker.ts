import { parentPort, workerData } from 'node:worker_threads'
import type { Deployed } from '../core/world.ts'
import { type Campaign, resultOf, runOf, runsIn } from './campaign.ts'

/** What one worker is to do: every n-th run, from its own number on. */
export interface Share {
  readonly deployed: Deployed
  readonly campaign: Campaign
  readonly worker: number
  readonly workers: number
}

/** Faults throw by the thousand, and nobody reads where from. */
Error.stackTraceLimit = 0

const { deployed, campaign, worker, workers }: Share = workerData

const broken = (index: number) => (cause: unknown) => {
  throw new Error(`the run broke: npm run simulate -- --replay '${JSON.stringify(runOf(campaign, index))}'`, { cause })
}

for (let index = worker; index < runsIn(campaign); index += workers)
  parentPort?.postMessage(await resultOf(deployed, campaign, index).catch(broken(index)))
