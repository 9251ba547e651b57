import { died, diedAfter, lost, made } from './calls.ts'
import { answered, requestChoices } from './carriers.ts'
import type { Choice } from './choice.ts'
import { begun, isAwaited, twinOf } from './invocations.ts'
import type { Laws } from './laws.ts'
import { saidOf } from './story.ts'
import { isWrite } from './ways-of-a-call.ts'
import type { Invocation, World } from './world.ts'

export const goesOn = (laws: Laws, world: World, invocation: Invocation): Choice[] => {
  const { place, answer, asksAgain } = invocation
  const { invoked, point } = place
  if (answer) return [{ said: () => `${invoked.name} gets the answer`, next: () => answered(laws, world, invocation, answer) }]
  if (point.type === 'carrier') return requestChoices(laws, world, invocation, point)
  const again = asksAgain ? ' again' : ''
  return [{ said: () => `${invoked.name} ${saidOf(point)}${again}`, next: () => made(laws, world, invocation) }]
}

const choicesOf = (laws: Laws, world: World, invocation: Invocation): Choice[] => {
  const { left } = world
  const { place, asksAgain } = invocation
  const { invoked, point } = place
  const does = () => `${invoked.name} ${saidOf(point)}`
  const choices = goesOn(laws, world, invocation)
  if (isWrite(point) && left.lostReplies > 0 && !asksAgain)
    choices.push({ said: () => `${does()}, and the reply is lost`, next: () => lost(laws, world, invocation) })
  if (left.crashes > 0) choices.push({ said: () => `${invoked.name} dies`, next: () => died(laws, world, invocation) })
  if (isWrite(point) && left.crashes > 0)
    choices.push({ said: () => `${does()}, and dies`, next: () => diedAfter(laws, world, invocation) })
  return choices
}

/** Lambda may start a function twice for one call: same payload, same token. */
const twinChoices = (laws: Laws, world: World): Choice[] => {
  const send = world.live.find((invocation) => isAwaited(world, invocation) && invocation.place.invoked.function === 'send')
  if (send === undefined || world.left.startedTwice === 0) return []
  const { name, ...invoked } = send.place.invoked
  const left = { ...world.left, startedTwice: world.left.startedTwice - 1 }
  const next = () => begun(laws, { ...world, left }, { ...invoked, name: twinOf(name) }, 'task')
  return [{ said: () => `Lambda starts ${name} a second time`, next }]
}

export const invocationChoices = (laws: Laws, world: World): Choice[] => [
  ...world.live.flatMap((invocation) => choicesOf(laws, world, invocation)),
  ...twinChoices(laws, world),
]
