import { currentKey } from '../../../functions/record/keys.ts'
import { busOver } from '../cloud/bus.ts'
import { eventQueueOver } from '../cloud/event-queue.ts'
import { lambdaOver } from '../cloud/lambda.ts'
import { streamOver } from '../cloud/stream.ts'
import { workflowsOver } from '../cloud/workflows.ts'
import { inProcessDynamo } from '../dynamo/in-process-dynamo.ts'
import type { Change } from '../dynamo/table.ts'
import { aimed } from '../faults/aimed.ts'
import type { Run } from '../faults/fault.ts'
import { table } from '../handlers/simulated-deployment.ts'
import { networkOver } from '../network/network.ts'
import { chanceOf } from './chance.ts'
import { letDrain } from './drainers.ts'
import { idOf } from './ids.ts'
import { newLedger } from './ledger.ts'
import { letOperatorsRedrive } from './operators.ts'
import { askedAtOf, letAsk } from './requesters.ts'
import { letSpeak } from './speakers.ts'
import { findTemplates } from './templates.ts'
import { eraseByTime } from './time-to-live.ts'
import { virtualTime } from './virtual-time.ts'
import { watchOver } from './watch.ts'
import type { Deployed, World } from './world.ts'

/** Every run begins then: in the evening before the clocks of the US are turned, at the one hour at which it is day in all its zones. */
export const start = Date.UTC(2026, 9, 31, 18)

const dayMs = 86_400_000

const templateItems = () =>
  findTemplates().map((template) => ({
    ...currentKey(template.name),
    version: { ...template, version: 1 },
    number: 1,
    isRetired: false,
  }))

/** What reads a run's story. @param seconds since the run's start */
export type Listener = (of: number, seconds: number, line: string) => void

/** Whoever sees every change of the table: the stream, and the judges' watch. */
const changesOver = (world: () => World) => {
  const [stream, watch] = [streamOver(world), watchOver(world)]
  return (change: Change) => {
    watch(change)
    stream(change)
  }
}

const newWorld = (deployed: Deployed, run: Run, listen?: Listener): World => {
  const time = virtualTime(start)
  const seconds = () => (time.now() - start) / 1000
  const itself = () => world
  const world: World = {
    deployed,
    time,
    seconds,
    chance: chanceOf(run.seed),
    faults: aimed(run.faults),
    ledger: newLedger(),
    tell: (of, line) => listen?.(of, seconds(), line()),
    records: inProcessDynamo({ name: table.name, items: templateItems(), onChange: changesOver(itself) }),
    lambda: lambdaOver(itself),
    workflows: workflowsOver(itself),
    bus: busOver(itself),
    requests: eventQueueOver(itself, 'request'),
    permissions: eventQueueOver(itself, 'permit'),
    interventions: eventQueueOver(itself, 'intervene'),
    network: networkOver(itself),
  }
  return world
}

/** What is done by hand, and by time, to one notification. */
const letHappen = (world: World, of: number): void => {
  const { time, faults, workflows } = world
  const askedAt = askedAtOf(world, 0, of)
  const stopped = faults.strike('stopped', of)
  if (stopped) time.after(askedAt + stopped.seconds * 1000, () => workflows.stop(idOf(of)))
  if (stopped?.redrivenAfter !== undefined)
    time.after(askedAt + (stopped.seconds + stopped.redrivenAfter) * 1000, () => workflows.redrive(idOf(of)))
  const replayed = faults.strike('replayed', of)
  if (replayed) time.after(replayed.days * dayMs, () => eraseByTime(world, of))
}

/** A run that has come to its end. */
export interface Simulated {
  readonly run: Run
  readonly world: World
}

/** Goes through a run until nothing is left to happen. The same run always goes the same way. */
export const simulate = async (deployed: Deployed, run: Run, listen?: Listener): Promise<Simulated> => {
  const world = newWorld(deployed, run, listen)
  for (const of of run.notifications) {
    letAsk(world, start, of)
    letSpeak(world, start, of)
    letDrain(world, start, of)
    letHappen(world, of)
  }
  letOperatorsRedrive(world)
  await world.time.run()
  return { run, world }
}
