import type { Dependencies } from '../receipt/take-receipt.ts'
import { changeNotification } from '../record/change-notification.ts'
import { storeReceipt } from '../record/store-receipt.ts'
import type { Table } from '../record/table.ts'
import type { Settle } from '../settle/settle.ts'
import { environment, Variables } from './environment.ts'

/** What every function that takes receipts needs for it: `receipt` itself, and those that meet parked ones. */
export const takingReceipts = (table: Table, settle: Settle): Dependencies => {
  const { NETWORK_ONLY_COUNTRIES } = environment(Variables.pick({ NETWORK_ONLY_COUNTRIES: true }))
  return {
    storeReceipt: storeReceipt(table),
    changeNotification: changeNotification(table),
    settle,
    networkOnly: NETWORK_ONLY_COUNTRIES,
    now: () => new Date(),
  }
}
