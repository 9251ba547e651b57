import { Notification } from '../../functions/notification/notification.ts'
import type { policyInMemory } from '../builders/policy-in-memory.ts'
import type { recordsInMemory } from '../builders/records-in-memory.ts'

type Records = ReturnType<typeof recordsInMemory>
type Policy = ReturnType<typeof policyInMemory>

/**
 * Counts how often the table would be asked, one read or write for one item or transaction, nobody being in the way; and
 * makes sure that whatever is written could be read again.
 */
export const countedRecords = (records: Records, policy: Policy) => {
  const counts = { reads: 0, writes: 0 }
  const reading =
    <Args extends unknown[], Result>(read: (...args: Args) => Promise<Result>) =>
    (...args: Args) => {
      counts.reads += 1
      return read(...args)
    }
  const writing =
    <Args extends unknown[], Result>(write: (...args: Args) => Promise<Result>) =>
    (...args: Args) => {
      counts.writes += 1
      return write(...args)
    }
  const changeNotification: Records['changeNotification'] = async (id, rule) => {
    const before = records.now()
    counts.reads += 1
    const change = await records.changeNotification(id, rule)
    if (change.notification !== before) counts.writes += 1
    Notification.parse(change.notification)
    return change
  }
  return {
    counts,
    now: records.now,
    changeNotification,
    readNotification: reading(records.readNotification),
    findNotification: reading(async (id: string) => (records.now()?.notificationId === id ? records.now() : undefined)),
    readPerson: reading(records.readPerson),
    readDrains: reading(records.readDrains),
    storeReceipt: writing(records.storeReceipt),
    parkReceipt: writing(records.parkReceipt),
    keepRendezvous: writing(records.keepRendezvous),
    gatherFacts: reading(policy.gatherFacts),
    readBudget: reading(policy.readBudget),
    reserveParts: writing(policy.reserveParts),
    giveBackParts: writing(policy.giveBackParts),
    keepLevel: writing(policy.keepLevel),
    forgetCounted: writing(policy.forgetCounted),
  }
}
