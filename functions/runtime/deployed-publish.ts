import { createHandler } from '../publish/handler.ts'
import { putOurEvents } from '../publish/put-our-events.ts'
import { changeRecipient } from '../record/recipient/change-recipient.ts'
import type { Settle } from '../settle/settle.ts'
import { deployedTable } from './deployed-table.ts'
import { emit } from './emit.ts'
import { environment, Variables } from './environment.ts'
import { meetingReceipts } from './meeting-receipts.ts'

type Bus = Parameters<typeof putOurEvents>[0]['client']

/** Tells what changed, for `publish`, and for `republish`, which reads again what that one failed with. */
export const deployedPublish = (settle: Settle, client: Bus) => {
  const { BUS_NAME: name } = environment(Variables.pick({ BUS_NAME: true }))
  const table = deployedTable()
  return createHandler({
    ...meetingReceipts(table, settle),
    changeRecipient: changeRecipient(table),
    putOurEvents: putOurEvents({ client, name }),
    emit,
  })
}
