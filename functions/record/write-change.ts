import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Notification } from '../notification/notification.ts'
import type { Change } from './change-notification.ts'
import { notificationKey, personKey } from './keys.ts'
import { openFields } from './open-index.ts'
import { type Member, reliedOnMember } from './recipient/relied-on.ts'
import { isRefused } from './refused.ts'
import { type Fields, setting } from './setting.ts'
import type { Stored } from './stored.ts'
import { type Table, timeToLive } from './table.ts'

/** What differs; undefined where a field went. Fields that only a newer version of this code knows are left alone. */
const changedFields = (before: Notification, after: Notification): Fields => {
  const [old, now] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))]
  const names = new Set([...old.keys(), ...now.keys()])
  return new Map([...names].filter((name) => old.get(name) !== now.get(name)).map((name) => [name, now.get(name)]))
}

const notificationUpdate = (table: Table, before: Stored, after: Notification, mark: string) => {
  const own = { ...openFields(after), version: before.version + 1, mark } // an item of an older version may lack the index's fields
  const update = setting(new Map([...changedFields(before.notification, after), ...Object.entries(own)]))
  return {
    TableName: table.name,
    Key: notificationKey(after.notificationId),
    ...update,
    ConditionExpression: '#version = :unchanged',
    ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ':unchanged': before.version },
  }
}

/**
 * The personal item changes with the plan (the text is kept) and with the end of a code (text and parameters are erased, also
 * where the end came before the kind was known: it may have been a code).
 */
const personFields = (table: Table, before: Notification, after: Notification, text: string | undefined): Fields => {
  const ended = before.outcome === undefined && after.outcome !== undefined
  if (ended && (after.kind ?? 'verification') === 'verification')
    return new Map([
      ['text', undefined],
      ['params', undefined],
    ])
  if (text === undefined || after.plan === undefined) return new Map()
  return new Map<string, unknown>([
    ['text', text],
    ['ttl', timeToLive(new Date(after.plan.validUntil), table.personDays)],
  ])
}

/** Time has erased the personal item: there is nothing left to erase, and nobody to keep a text for. */
const isPersonGone = (error: unknown) =>
  error instanceof TransactionCanceledException && error.CancellationReasons?.[1]?.Code === 'ConditionalCheckFailed'

/** The notification, alone or with what is to be so at the same time. */
const writeWith = ({ client }: Table, update: ReturnType<typeof notificationUpdate>, members: readonly Member[]) =>
  members.length === 0
    ? client.send(new UpdateCommand(update))
    : client.send(new TransactWriteCommand({ TransactItems: [{ Update: update }, ...members] }))

/** All in one transaction; without the personal item where nothing personal changes or is left. */
const write = async (
  table: Table,
  update: ReturnType<typeof notificationUpdate>,
  { id, person, members }: { readonly id: string; readonly person: Fields; readonly members: readonly Member[] },
) => {
  if (person.size === 0) return writeWith(table, update, members)
  const Update = { TableName: table.name, Key: personKey(id), ...setting(person), ConditionExpression: 'attribute_exists(PK)' }
  try {
    return await writeWith(table, update, [{ Update }, ...members])
  } catch (error) {
    if (isPersonGone(error)) return writeWith(table, update, members)
    throw error
  }
}

/**
 * Writes what a rule changed, on the condition that nothing else was written since, neither to the notification nor to whom it relies on.
 * @returns whether it was written; false when somebody else was first
 */
export const writeChange = async (
  table: Table,
  before: Stored,
  { notification, text, reliesOn = [] }: Pick<Change<unknown>, 'notification' | 'text' | 'reliesOn'>,
  mark: string,
): Promise<boolean> => {
  const person = personFields(table, before.notification, notification, text)
  const members = reliesOn.map((one) => reliedOnMember(table.name, one, mark))
  try {
    const update = notificationUpdate(table, before, notification, mark)
    await write(table, update, { id: notification.notificationId, person, members })
    return true
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
}
