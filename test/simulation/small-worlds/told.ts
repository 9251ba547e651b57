import { Violation } from './choice.ts'
import { isAwaited, replaced } from './invocations.ts'
import type { Laws } from './laws.ts'
import type { Reply } from './place.ts'
import { succeeded } from './workflow-steps.ts'
import type { Invocation, World } from './world.ts'

const isRefusal = (value: unknown) =>
  typeof value === 'object' && value !== null && 'statusCode' in value && value.statusCode !== 204

/** What follows when a function is done. Send's own answer says nothing; the others' ends their task. */
const returned = (laws: Laws, world: World, invocation: Invocation, value: unknown): World => {
  const gone = replaced(world, invocation)
  if (invocation.role === 'receipt' && isRefusal(value)) throw new Violation(`a receipt is refused: ${JSON.stringify(value)}`)
  return isAwaited(world, invocation) && invocation.place.invoked.function !== 'send' ? succeeded(laws, gone, value) : gone
}

/** An invocation goes on with a reply, until it asks for the next thing or is done. */
export const told = (laws: Laws, world: World, invocation: Invocation, reply: Reply): World => {
  const { place: before, role, asksAgain } = invocation
  const place = laws.tree.after(before, reply, world.seconds, asksAgain !== undefined)
  const { point, invoked } = place
  if (point.type === 'returned') return returned(laws, world, invocation, point.value)
  // Nothing that fails here makes a function throw, only its process dies: so it is a fault of our own.
  if (point.type === 'threw') throw new Violation(`${invoked.name} throws ${point.error.name}: ${point.error.message}`)
  return replaced(world, invocation, { place, role })
}
