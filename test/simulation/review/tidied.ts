import type { Item } from '../dynamo/value.ts'
import type { Laws } from './laws.ts'
import { isVersion } from './versions.ts'
import type { World } from './world.ts'

const tidiedItem = (item: Item, names: readonly string[], tasks: readonly string[]): Item => ({
  ...item,
  mark: names.some((name) => String(item.mark).startsWith(`${name}.`)) ? (item.mark ?? '') : 'nobody',
  ...(item.token !== undefined && { token: tasks.includes(String(item.token)) ? item.token : 'of a task that is over' }),
})

/**
 * The same world with less to tell it from others: no marks but those of processes that live, since a mark is looked for by its
 * own writer only, and no tokens but those of tasks that wait.
 */
export const tidierOf = ({ tables }: Laws): ((world: World) => World) => {
  const tidied = new Map<string, number>()
  return (world) => {
    const names = world.live.map(({ place }) => place.invoked.name).sort()
    const tasks = world.runs.flatMap(({ task = [] }) => task)
    const key = `${world.table} ${names.join()} ${tasks.join()}`
    const tidy = () => tables.itemsOf(world.table).map((item) => (isVersion(item) ? tidiedItem(item, names, tasks) : item))
    const table = tidied.get(key) ?? tables.holding(tidy())
    tidied.set(key, table)
    return table === world.table ? world : { ...world, table }
  }
}
