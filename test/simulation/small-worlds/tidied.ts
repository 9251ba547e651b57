import { writesNotification, writesRecipient } from './asked-of.ts'
import type { Laws } from './laws.ts'
import { isJudging } from './what-matters.ts'
import type { World } from './world.ts'

/**
 * The same world with less to tell it from others: of marks only those of processes that live, since a mark is looked for by its
 * own writer only; and the count of writes from 1 again where nobody is about to write on the condition that it has not moved. Who
 * asks policy has read the notification, and not the recipient yet.
 */
export const tidied = ({ tables, isReduced }: Laws, world: World): World => {
  if (!isReduced && world.live.length > 0) return world
  const names = world.live.map(({ place }) => place.invoked.name)
  const table = tables.tidied(world.table, names, {
    notification: world.live.some(({ place }) => writesNotification(place.point) || isJudging(place)),
    recipient: world.live.some(({ place }) => writesRecipient(place.point)),
  })
  return table === world.table ? world : { ...world, table }
}
