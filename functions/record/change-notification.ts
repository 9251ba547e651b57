import { Fault } from '../notification/fault.ts'
import type { Notification } from '../notification/notification.ts'
import type { ReliedOn } from './recipient/relied-on.ts'
import { readStored } from './stored.ts'
import type { Table } from './table.ts'
import { writeChange } from './write-change.ts'

/**
 * What a rule makes of a notification: the changed one (the very same when there is nothing to change), the text to be
 * kept beside it, and what the caller wants to know.
 */
export interface Change<Answer> {
  readonly notification: Notification
  readonly text?: string
  /** Whom the change relies on: it is written only while they are as they were read. */
  readonly reliesOn?: readonly ReliedOn[]
  readonly answer: Answer
}

/** Judges a notification as it is now. It may be asked more than once, so it has no effects; what else it reads, it reads each time. */
export type Rule<Answer> = (notification: Notification) => Change<Answer> | Promise<Change<Answer>>

/**
 * Changes a notification by a rule, on the condition that nothing changed since the rule judged it. Where something did, the
 * rule judges again, so each step of the protocol is one conditional write whoever else writes meanwhile.
 * @returns the rule's last word, with the image that lies in the table now
 */
export type ChangeNotification = <Answer>(id: string, rule: Rule<Answer>) => Promise<Change<Answer>>

/** More than the writers a notification can have at once; then something is wrong. */
const mostTries = 60

export const changeNotification =
  (table: Table): ChangeNotification =>
  async <Answer>(id: string, rule: Rule<Answer>) => {
    const mark = table.newMark()
    let change: Change<Answer> | undefined
    for (let tries = 0; tries < mostTries; tries++) {
      const stored = await readStored(table, id)
      if (stored === undefined) throw new Fault(`there is no notification ${id}`)
      if (change && stored.mark === mark) return change // written, though the reply was lost
      change = await rule(stored.notification)
      if (change.notification === stored.notification) return change
      if (await writeChange(table, stored, change, mark)) return change
      await table.pause()
    }
    throw new Fault(`${id} changed ${mostTries} times while it was judged`)
  }
