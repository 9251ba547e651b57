import { Worker } from 'node:worker_threads'
import type { Deployed } from '../core/world.ts'
import type { Run } from '../faults/fault.ts'
import { shrink } from '../judge/shrink.ts'
import type { Violation } from '../judge/violations.ts'
import { type Campaign, type RunResult, runOf } from './campaign.ts'
import { addTally, emptyTally, type Tally } from './tally.ts'
import type { Share } from './worker.ts'

/** A violation, and the shortest run that shows it, where it was shrunk. */
export interface Found extends Violation {
  readonly seed: number
  readonly shortest?: Run
}

export interface Report {
  readonly campaign: Campaign
  readonly tally: Tally
  readonly violations: readonly Found[]
}

/** More than these tell nothing new: every check's first one is shrunk, and no more than so many. */
const mostShrunk = 6

const work = (share: Share, onResult: (result: RunResult) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share })
    worker.on('message', onResult)
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))))
  })

const found = async (deployed: Deployed, campaign: Campaign, results: readonly RunResult[]): Promise<Found[]> => {
  const all = results.flatMap(({ index, violations }) => violations.map((violation) => ({ index, violation })))
  const first = [...new Map(all.toReversed().map((one) => [one.violation.check, one])).values()].slice(0, mostShrunk)
  const shortest = new Map<Violation, Run>()
  for (const { index, violation } of first) shortest.set(violation, await shrink(deployed, runOf(campaign, index), violation))
  return all.map(({ index, violation }) => {
    const run = shortest.get(violation)
    return { ...violation, seed: runOf(campaign, index).seed, ...(run && { shortest: run }) }
  })
}

/**
 * Goes through all runs of a campaign, in so many processes. The report is the same however many they are.
 * @param onProgress told how many notifications are done, and how many violations there are
 */
export const runCampaign = async (
  deployed: Deployed,
  campaign: Campaign,
  workers: number,
  onProgress: (notifications: number, violations: number) => void = () => {},
): Promise<Report> => {
  const results: RunResult[] = []
  let [notifications, violations] = [0, 0]
  const take = (result: RunResult) => {
    results.push(result)
    notifications += runOf(campaign, result.index).notifications.length
    violations += result.violations.length
    onProgress(notifications, violations)
  }
  const shares = Array.from({ length: workers }, (_, worker) => ({ deployed, campaign, worker, workers }))
  await Promise.all(shares.map((share) => work(share, take)))
  results.sort((a, b) => a.index - b.index)
  const tally = emptyTally()
  for (const result of results) addTally(tally, result.tally)
  return { campaign, tally, violations: await found(deployed, campaign, results) }
}
