import { type Chance, chanceOf, pick } from '../core/chance.ts'
import { catalogue, isWorldFault } from './catalogue.ts'
import type { Fault, FaultName, Run } from './fault.ts'

/** Most notifications meet none to three faults, some many. */
const howMany = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5, 6, 10] as const

/** Half of all worlds stay whole. */
const howManyOfTheWorld = [0, 0, 0, 1, 1, 2, 3] as const

const isSome = <Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] => items.length > 0

const some = (names: readonly FaultName[], count: number, of: number, chance: Chance): Fault[] => {
  if (!isSome(names)) return []
  return Array.from({ length: count }, (_, index) => {
    const dice = (what: string) => chance('fault', of, index, what)
    return catalogue[pick(names, dice('name'))].aim(dice, of)
  })
}

/** A run by its seed: notifications from 0 on, and what goes wrong with each and with all of them. */
export const makeRun = (seed: number, count: number, names: readonly FaultName[]): Run => {
  const chance = chanceOf(seed)
  const notifications = Array.from({ length: count }, (_, of) => of)
  const ofAll = names.filter(isWorldFault)
  const ofOne = names.filter((name) => !isWorldFault(name))
  const world = some(ofAll, pick(howManyOfTheWorld, chance('how many')), -1, chance)
  const single = notifications.flatMap((of) => some(ofOne, pick(howMany, chance('how many', of)), of, chance))
  return { seed, notifications, faults: [...world, ...single] }
}
