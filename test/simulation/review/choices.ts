import type { Choice } from '../small-worlds/choice.ts'
import { saidOf } from '../small-worlds/story.ts'
import { isWrite } from '../small-worlds/ways-of-a-call.ts'
import { acts } from './acts.ts'
import { died, diedAfter, lost, made } from './calls.ts'
import { begun } from './invocations.ts'
import type { Laws } from './laws.ts'
import { expired, redriven, stopped } from './reviews.ts'
import type { Invocation, Run, World } from './world.ts'

const choicesOfInvocation = (laws: Laws, world: World, invocation: Invocation): Choice<World>[] => {
  const { left } = world
  const { place, asksAgain } = invocation
  const { invoked, point } = place
  const does = () => `${invoked.name}: ${invoked.function} ${saidOf(point)}`
  const choices = [{ said: () => `${does()}${asksAgain ? ' again' : ''}`, next: () => made(laws, world, invocation) }]
  if (isWrite(point) && left.lostReplies > 0 && !asksAgain)
    choices.push({ said: () => `${does()}, and the reply is lost`, next: () => lost(laws, world, invocation) })
  if (left.crashes > 0) choices.push({ said: () => `${invoked.name} dies`, next: () => died(laws, world, invocation) })
  if (isWrite(point) && left.crashes > 0)
    choices.push({ said: () => `${does()}, and dies`, next: () => diedAfter(laws, world, invocation) })
  return choices
}

const actChoices = (laws: Laws, world: World): Choice<World>[] =>
  world.acts.map((name) => {
    const { role, ...invoked } = acts[name]
    const left = { ...world, acts: world.acts.filter((one) => one !== name) }
    return { said: () => `somebody begins to ${name}`, next: () => begun(laws, left, { ...invoked, name }, role) }
  })

/** What time and operators may do to a review. */
const runChoices = (laws: Laws, world: World, run: Run): Choice<World>[] => {
  const { stops, redrives } = world.left
  const spent = (what: 'stops' | 'redrives') => ({ ...world, left: { ...world.left, [what]: world.left[what] - 1 } })
  const possible = [
    ['expires', expired(laws, world, run)],
    ['is stopped by hand', stops > 0 ? stopped(laws, spent('stops'), run) : undefined],
    ['is redriven', redrives > 0 ? redriven(laws, spent('redrives'), run) : undefined],
  ] as const
  return possible.flatMap(([what, after]) => (after ? [{ said: () => `the review ${run.name} ${what}`, next: () => after }] : []))
}

/** The content of a version never changes, so nobody can tell when its check reads it: it may as well be read first. */
const readsContent = ({ place: { invoked, history } }: Invocation) =>
  invoked.function === 'check-template' && history.length === 1

/** All that can happen next. */
export const choicesOf = (laws: Laws, world: World): readonly Choice<World>[] => {
  const quiet = laws.isReduced ? world.live.find(readsContent) : undefined
  if (quiet) return [{ said: () => `${quiet.place.invoked.name} reads the content`, next: () => made(laws, world, quiet) }]
  return [
    ...world.live.flatMap((invocation) => choicesOfInvocation(laws, world, invocation)),
    ...actChoices(laws, world),
    ...world.runs.flatMap((run) => runChoices(laws, world, run)),
  ]
}
