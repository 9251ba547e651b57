import { expect, it } from 'vitest'
import { listDrainChanges } from '../../functions/record/drains/list-drain-changes.ts'
import { readDrains } from '../../functions/record/drains/read-drains.ts'
import { findIntervention } from '../../functions/record/find-intervention.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { readPerson } from '../../functions/record/read-person.ts'
import { readTemplate } from '../../functions/record/read-template.ts'
import { readRecipient } from '../../functions/record/recipient/read-recipient.ts'
import { changeReview } from '../../functions/record/review/change-review.ts'
import { findReview } from '../../functions/record/review/find-review.ts'
import { byChance, type Table } from '../../functions/record/table.ts'

/** A table without items that keeps what it was asked. No emulator is ever behind, so only the request itself can tell. */
const anEmptyTable = () => {
  const inputs: object[] = []
  const send = async ({ input }: { readonly input: object }) => {
    inputs.push(input)
    return {}
  }
  const table = { client: { send }, name: 'records', recordDays: 400, personDays: 7, ...byChance } as unknown as Table
  return { table, inputs }
}

it.each<[string, (table: Table) => Promise<unknown>]>([
  ['a notification', (table) => findNotification(table)('shop-order-4711')],
  ['a person', (table) => readPerson(table)('shop-order-4711')],
  ['what was said before a request', (table) => findIntervention(table)('shop-order-4711')],
  ['a template', (table) => readTemplate(table)('order-shipped')],
  ['a recipient', (table) => readRecipient(table)(['a-hash'])],
  ['who is drained', (table) => readDrains(table)()],
  ['who drained whom', (table) => listDrainChanges(table)(1)],
  ['a version of a template', (table) => findReview(table)('order-shipped', 1)],
])('%s is read as it is now, never as it may have been: no rule judges an old image', async (_, read) => {
  const { table, inputs } = anEmptyTable()
  await read(table)
  expect(inputs).toEqual([expect.objectContaining({ ConsistentRead: true })])
})

it('a version and the one that is sent are read as they are now, before a rule judges', async () => {
  const { table, inputs } = anEmptyTable()
  await changeReview(table)('order-shipped', 1, ({ review }) => ({ review, answer: undefined }))
  expect(inputs).toEqual(Array(2).fill(expect.objectContaining({ ConsistentRead: true })))
})
