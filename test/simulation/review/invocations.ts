import type { Invoked } from '../small-worlds/place.ts'
import type { Laws } from './laws.ts'
import { readTable } from './versions.ts'
import type { Invocation, Run, World } from './world.ts'

/** The review whose task this invocation is, and which waits for it. */
export const runOf = ({ runs }: World, { place, role }: Invocation): Run | undefined =>
  role === 'task' ? runs.find(({ task }) => task === place.invoked.name) : undefined

/** The world with an invocation more, which has begun. Its name is that of no other one: marks are made of it. */
export const begun = (laws: Laws, world: World, invoked: Invoked, role: Invocation['role']): World => {
  const place = laws.tree.after(laws.tree.root(invoked), { key: 'begins' }, 0)
  const since = role === 'notification' ? readTable(laws.tables, world.table).sent : undefined
  return { ...world, live: [...world.live, { place, role, since }] }
}
