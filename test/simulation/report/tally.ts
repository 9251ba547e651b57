import { carrierNames } from '../../../functions/notification/carrier-name.ts'
import { kinds } from '../../../functions/notification/kinds.ts'
import { compile } from '../../../functions/template/compose.ts'
import { type Request, requestOf } from '../core/population.ts'
import type { Simulated } from '../core/simulate.ts'
import { findTemplates } from '../core/templates.ts'
import { type Case, casesOf } from '../judge/case.ts'
import { isContradicted } from '../judge/sends.ts'
import { count, type Histogram } from './histogram.ts'

/** Numbers by name, to be added up. */
type Counts = Record<string, number>

/** What a run adds to the report: whole numbers only, so that it does not matter who adds first. */
export interface Tally {
  /** Of the cloud and the carriers: reads, writes, transitions, parts by sns, … */
  readonly counts: Counts
  /** e.g. "verification": { notifications, attempts, duplicates, … } */
  readonly kinds: Readonly<Record<string, Counts>>
  readonly outcomes: Readonly<Record<string, Counts>>
  readonly struck: Counts
  /** Notifications by what policy did to them, e.g. "opted-out-of-all", "held". */
  readonly policy: Counts
  /** Seconds from the event until a carrier took the text, and until the phone had it. */
  readonly accept: Histogram
  readonly deliver: Histogram
}

export const emptyTally = (): Tally => ({
  counts: {},
  kinds: Object.fromEntries(kinds.map((kind) => [kind, {}])),
  outcomes: Object.fromEntries(kinds.map((kind) => [kind, {}])),
  struck: {},
  policy: {},
  accept: {},
  deliver: {},
})

const add = (counts: Counts | undefined, name: string, value = 1) => {
  if (counts && value > 0) counts[name] = (counts[name] ?? 0) + value
}

const secondsSince = (at: number | undefined, then: number | undefined) =>
  at === undefined || then === undefined ? undefined : (then - at) / 1000

const firstOf = (times: readonly (number | undefined)[]) => {
  const known = times.filter((time) => time !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

/** Who got the text more than once, and whether a carrier's contradiction is why. */
const addDuplicates = (counts: Counts | undefined, { calls }: Case) => {
  const arrived = calls.filter(({ arrivedAt }) => arrivedAt !== undefined)
  if (arrived.length < 2) return
  add(counts, arrived.some(isContradicted) ? 'twice by a contradiction' : 'twice')
}

const addLatencies = (tally: Tally, { asked, calls, record, kind }: Case) => {
  if (record?.plan === undefined) return
  const at = asked.find(({ content }) => content === 'original')?.at
  const accept = secondsSince(at, firstOf(calls.filter(({ accepted }) => accepted).map((call) => call.at)))
  const deliver = secondsSince(at, firstOf(calls.map(({ arrivedAt }) => arrivedAt)))
  add(tally.kinds[kind], 'planned')
  if (accept !== undefined) count(tally.accept, accept)
  if (deliver === undefined) return
  count(tally.deliver, deliver)
  if (deliver <= 10) add(tally.kinds[kind], 'within 10 s')
  if (deliver <= 60) add(tally.kinds[kind], 'within 60 s')
}

const partsOf = ({ template, params, locale }: Request): number => {
  const found = findTemplates().find(({ name }) => name === template)
  const composed = found && compile(found)(params, locale)
  return composed?.ok ? composed.parts : 0
}

/** F13: of how many texts an emoji has made more parts, which were counted and planned with. */
const addDearer = (tally: Tally, { asked, record, faults }: Case, meant: Request) => {
  const isMeant = asked.every(({ content }) => content === 'original') && faults.some((one) => one.fault === 'poison')
  const parts = record?.plan?.parts ?? 0
  add(tally.counts, 'texts dearer by an emoji', isMeant && parts > partsOf(meant) ? 1 : 0)
}

/** What policy did: the reasons for which it kept texts back, held ones, and what was said in time. */
const addPolicy = (tally: Tally, { record, started }: Case) => {
  if (record === undefined) return
  const { outcome, reason = '', confirmed } = record
  if (outcome === 'suppressed' || outcome === 'cancelled' || reason === 'budget-exhausted')
    add(tally.policy, outcome === 'cancelled' ? outcome : reason)
  if (confirmed) add(tally.policy, 'confirmed')
  if (started.some(({ execution }) => execution.path.includes('Hold until due'))) add(tally.policy, 'held')
}

const addCase = (tally: Tally, one: Case) => {
  const { kind, calls, record, started } = one
  const counts = tally.kinds[kind]
  add(counts, 'notifications')
  add(counts, 'attempts', calls.length)
  addDuplicates(counts, one)
  addLatencies(tally, one)
  add(tally.outcomes[kind], record?.outcome ?? 'no record')
  add(tally.counts, 'executions', started.length)
  addPolicy(tally, one)
  for (const carrier of carrierNames)
    add(
      tally.counts,
      `parts by ${carrier}`,
      calls.filter((call) => call.carrier === carrier && call.accepted).reduce((sum, { parts }) => sum + parts, 0),
    )
}

/** Counts a run. */
export const tallyOf = (simulated: Simulated): Tally => {
  const { world, run } = simulated
  const tally = emptyTally()
  for (const one of casesOf(simulated)) {
    addCase(tally, one)
    addDearer(tally, one, requestOf(world.chance, one.of))
  }
  for (const [name, value] of Object.entries(world.ledger.counts)) add(tally.counts, name, value)
  for (const { fault } of world.faults.struck) add(tally.struck, fault)
  add(tally.counts, 'faults', run.faults.length)
  add(tally.counts, 'faults that struck', world.faults.struck.size)
  add(
    tally.counts,
    'notifications with a dead letter',
    new Set([...world.ledger.redriven, ...world.ledger.deadLetters.map(({ of }) => of)]).size,
  )
  return tally
}

const addAll = (into: Counts, from: Counts) => {
  for (const [name, value] of Object.entries(from)) add(into, name, value)
}

/** Adds a run's tally to that of all. */
export const addTally = (into: Tally, from: Tally): void => {
  for (const part of ['counts', 'struck', 'policy', 'accept', 'deliver'] as const) addAll(into[part], from[part])
  for (const part of ['kinds', 'outcomes'] as const)
    for (const kind of kinds) addAll(into[part][kind] ?? {}, from[part][kind] ?? {})
}
