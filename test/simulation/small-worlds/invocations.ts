import type { Laws } from './laws.ts'
import type { Invoked } from './place.ts'
import type { Invocation, World } from './world.ts'

/** A world of any kind in which functions are under way. */
export interface AnyLive {
  readonly live: readonly Pick<Invocation, 'place' | 'asksAgain'>[]
}

export const isUnderWay = ({ live }: AnyLive, name: string): boolean => live.some(({ place }) => place.invoked.name === name)

/** The name of the second of two functions that Lambda starts for one call. */
export const twinOf = (name: string): string => `twin of ${name}`

/** Whether it is the invocation that the execution waits for. */
export const isAwaited = ({ task }: World, { place, role }: Invocation): boolean =>
  role === 'task' && task?.name === place.invoked.name

/** The world with something in the place of an invocation. */
export const replaced = <World extends AnyLive>(
  world: World,
  before: World['live'][number],
  ...after: readonly World['live'][number][]
): World => ({ ...world, live: [...world.live.filter((invocation) => invocation !== before), ...after] })

/** A name that is nobody's, nor stands in the records: marks are made of it. */
const freshName = ({ tables }: Laws, world: World, base: string): string => {
  for (let number = 1; ; number++) {
    const name = `${base} ${number}`
    if (!isUnderWay(world, name) && !tables.mentions(world.table, name)) return name
  }
}

/** The world with an invocation more, which has begun. */
export const begun = (
  laws: Laws,
  world: World,
  { name, ...invoked }: Omit<Invoked, 'name'> & { readonly name?: string },
  role: Invocation['role'],
): World => {
  const root = laws.tree.root({ ...invoked, name: name ?? freshName(laws, world, invoked.function) })
  const place = laws.tree.after(root, { key: 'begins' }, world.seconds)
  return { ...world, live: [...world.live, { place, role }] }
}
