import type { Kind } from '../../../functions/notification/kinds.ts'
import { currentKey, notificationKey, personKey } from '../../../functions/record/keys.ts'
import { aRequestedNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aTemplate } from '../../builders/a-template.ts'
import { inProcessDynamo } from '../dynamo/in-process-dynamo.ts'
import type { Item } from '../dynamo/value.ts'
import { consenting } from '../handlers/consenting.ts'
import { start } from '../workflow/machine.ts'
import type { Laws } from './laws.ts'
import { moved } from './workflow-steps.ts'
import type { Budget, World } from './world.ts'

const itemsFor = (kind: Kind): object[] => {
  const notification = aRequestedNotification({ timeZone: 'Europe/London' })
  const { notificationId } = notification
  const template = aTemplate({ kind })
  const person = aPerson({ text: undefined })
  return [
    { ...notificationKey(notificationId), ...notification, version: 1, mark: 'request' },
    { ...personKey(notificationId), ...person },
    ...(kind === 'marketing' ? [consenting(person.to)] : []),
    { ...currentKey(template.name), version: template, number: template.version, isRetired: false },
  ]
}

/** A notification that was requested at noon, and whose workflow begins; nothing of policy is in its way. */
export const startWorld = (laws: Laws, kind: Kind, left: Budget): World => {
  const items = inProcessDynamo({ items: itemsFor(kind) as Item[] }).items()
  const { notificationId } = aRequestedNotification()
  const execution = start(laws.definition, { notificationId })
  const table = laws.tables.holding(items)
  const world = { table, execution, sends: 0, live: [], requests: [], receipts: [], left, isOutlived: false, seconds: 0 }
  return moved(laws, world, execution)
}
