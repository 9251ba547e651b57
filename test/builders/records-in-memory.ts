import type { AttemptRef } from '../../functions/notification/attempt.ts'
import { callOff } from '../../functions/notification/called-off.ts'
import type { Intervention } from '../../functions/notification/intervention.ts'
import type { Notification, Person } from '../../functions/notification/notification.ts'
import type { Receipt } from '../../functions/notification/receipt.ts'
import type { ChangeNotification } from '../../functions/record/change-notification.ts'
import type { ReadDrains } from '../../functions/record/drains/read-drains.ts'
import type { FindNotification } from '../../functions/record/find-notification.ts'
import type { OpenNotification } from '../../functions/record/open-notification.ts'
import type { ParkIntervention } from '../../functions/record/park-intervention.ts'
import type { ReadNotification } from '../../functions/record/read-notification.ts'
import type { ReadPerson } from '../../functions/record/read-person.ts'
import type { KeepRendezvous, ParkReceipt } from '../../functions/record/rendezvous.ts'
import type { StoreReceipt } from '../../functions/record/store-receipt.ts'
import type { Drain } from '../../functions/steering/drain.ts'

interface Kept {
  readonly notification?: Notification
  readonly person?: Person | undefined
  /** What operators have said of the carriers. */
  readonly drains?: readonly Drain[]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The records of one notification, for the tests of handlers; the real ones are tested in test/records. `steps` tells in which
 * order they were used, and may be written to by whoever takes part.
 */
export const recordsInMemory = (kept: Kept = {}) => {
  let { notification, person, drains = [] } = kept
  const steps: string[] = []
  const facts: { attempt: AttemptRef; receipt: Receipt }[] = []
  const parked: Receipt[] = []
  let intervention: Intervention | undefined
  const rendezvous = new Map<string, AttemptRef>()

  const read = (id: string): Notification => {
    if (notification?.notificationId !== id) throw new Error(`there is no notification ${id}`)
    return notification
  }
  const openNotification: OpenNotification = async (opened, theirPerson, now) => {
    if (notification) return notification
    steps.push('open')
    notification = intervention ? callOff(opened, intervention, now) : opened
    person = intervention ? { to: theirPerson.to } : theirPerson
    return 'opened'
  }
  const parkIntervention: ParkIntervention = async (_id, said) => {
    if (notification) return false
    steps.push('park intervention')
    intervention ??= said
    return true
  }
  const readNotification: ReadNotification = async (id) => read(id)
  const findNotification: FindNotification = async (id) => (notification?.notificationId === id ? notification : undefined)
  const readPerson: ReadPerson = async () => person
  const readDrains: ReadDrains = async () => drains
  const changeNotification: ChangeNotification = async (id, rule) => {
    const before = read(id)
    const change = await rule(before)
    if (change.notification === before) return change
    steps.push('change')
    notification = change.notification
    if (change.text !== undefined && person) person = { ...person, text: change.text }
    return change
  }
  const storeReceipt: StoreReceipt = async (attempt, receipt) => {
    steps.push('store receipt')
    facts.push({ attempt, receipt })
  }
  const parkReceipt: ParkReceipt = async (receipt) => {
    steps.push('park receipt')
    if (!parked.some((other) => same(other, receipt))) parked.push(receipt)
    return rendezvous.get(receipt.messageId)
  }
  const keepRendezvous: KeepRendezvous = async (_carrier, messageId, attempt) => {
    steps.push('rendezvous')
    const known = rendezvous.get(messageId)
    if (known && !same(known, attempt)) return 'taken'
    rendezvous.set(messageId, attempt)
    return parked.filter((receipt) => receipt.messageId === messageId)
  }

  return {
    now: () => notification,
    person: () => person,
    steps,
    facts,
    intervention: () => intervention,
    openNotification,
    parkIntervention,
    readNotification,
    findNotification,
    readPerson,
    readDrains,
    /** An operator says something else. */
    steer: (said: readonly Drain[]) => {
      drains = said
    },
    changeNotification,
    storeReceipt,
    parkReceipt,
    keepRendezvous,
  }
}
