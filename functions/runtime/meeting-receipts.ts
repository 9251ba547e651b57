import type { Dependencies } from '../receipt/meet-receipts.ts'
import { keepRendezvous } from '../record/rendezvous.ts'
import type { Table } from '../record/table.ts'
import type { Settle } from '../settle/settle.ts'
import { takingReceipts } from './taking-receipts.ts'

/** What every function needs that goes to a rendezvous and takes the receipts that were parked there. */
export const meetingReceipts = (table: Table, settle: Settle): Dependencies => ({
  ...takingReceipts(table, settle),
  keepRendezvous: keepRendezvous(table),
})
