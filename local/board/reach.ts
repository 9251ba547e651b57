import { idsOfNumber } from '../../commands/find/ids-of-number.ts'
import { mostEntries, putEvents } from '../../commands/put-events.ts'
import { tableOf } from '../../commands/table-of.ts'
import type { Target } from '../../commands/target.ts'
import { type ReadAround, readAround } from '../../commands/timeline/read-around.ts'
import { type ReadDrains, readDrains } from '../../functions/record/drains/read-drains.ts'
import { type FindNotification, findNotification } from '../../functions/record/find-notification.ts'
import { type ReadPerson, readPerson } from '../../functions/record/read-person.ts'
import { readTemplate } from '../../functions/record/read-template.ts'
import { listReviews } from '../../functions/record/review/list-reviews.ts'
import type { NotificationRequest } from '../../functions/request/notification-request.ts'
import type { TemplateVersion } from '../../functions/template/template.ts'
import { carrierNetworkClient } from '../carrier-network/client.ts'

/** All that the board reads, and the little that it does. */
export interface Reach {
  readonly network: ReturnType<typeof carrierNetworkClient>
  readonly find: FindNotification
  readonly person: ReadPerson
  /** The ids of what a number was sent, the latest first. */
  readonly ofNumber: (number: string) => AsyncIterable<string>
  readonly around: ReadAround
  /** Those that are sent, by name. */
  readonly templates: () => Promise<readonly TemplateVersion[]>
  readonly drains: ReadDrains
  readonly request: (requests: readonly NotificationRequest[]) => Promise<void>
}

const templatesIn = (table: ReturnType<typeof tableOf>) => async (): Promise<TemplateVersion[]> => {
  const reviews = await Array.fromAsync(listReviews(table)())
  const names = [...new Set(reviews.map(({ name }) => name))].sort()
  const current = await Promise.all(names.map(readTemplate(table)))
  return current.flatMap((one) => (one && !one.isRetired ? [one.version] : []))
}

/** What runs on this machine: its records, its workflow, its bus and its telephone network. */
export const reachOf = (target: Target, networkUrl: string): Reach => {
  const table = tableOf(target)
  return {
    network: carrierNetworkClient(networkUrl),
    find: findNotification(table),
    person: readPerson(table),
    ofNumber: (number) => idsOfNumber(target, number),
    around: readAround(target),
    templates: templatesIn(table),
    drains: readDrains(table),
    request: async (requests) => {
      for (let from = 0; from < requests.length; from += mostEntries)
        await putEvents(target, 'Notification Requested', requests.slice(from, from + mostEntries))
    },
  }
}
