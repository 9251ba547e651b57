import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { expect, it } from 'vitest'
import { stranger } from '../../../../functions/recipient/recipient.ts'
import { suppress } from '../../../../functions/recipient/suppress.ts'
import { recipientKey } from '../../../../functions/record/keys.ts'
import { changeRecipient } from '../../../../functions/record/recipient/change-recipient.ts'
import { forgetCounted } from '../../../../functions/record/recipient/forget-counted.ts'
import { recipientUpdate } from '../../../../functions/record/recipient/recipient-update.ts'
import { aStatement } from '../../../builders/a-recipient.ts'
import { aTableInProcess } from '../../../builders/a-table-in-process.ts'
import { atNoon, noon } from '../../../builders/noon.ts'

const recipientHash = 'ab12'
const ttl = 1_800_000_000

/** Somebody who has said nothing, and was sent one code. */
const counted = async () => {
  const table = aTableInProcess()
  const after = { ...stranger, frequency: { verification: [{ id: 'code-1', at: atNoon(), attempt: 1 }] } }
  const before = { recipientHash, version: 0, recipient: stranger }
  await table.client.send(new UpdateCommand(recipientUpdate(table.name, before, after, { mark: 'armed', ttl })))
  const item = async () =>
    (await table.client.send(new GetCommand({ TableName: table.name, Key: recipientKey(recipientHash) }))).Item
  return { table, item }
}

it('a stranger of whom nothing was sent is kept no longer for it', async () => {
  const { table, item } = await counted()
  await forgetCounted(table)(recipientHash, 'verification', { notificationId: 'code-1', attempt: 1 })
  expect(await item()).toMatchObject({ frequency: { verification: [] }, ttl })
})

it('a stranger who says something is kept for good', async () => {
  const { table, item } = await counted()
  await changeRecipient(table)(recipientHash, (recipient) => suppress(recipient, 'all', aStatement()), noon)
  expect(await item()).not.toHaveProperty('ttl')
})
