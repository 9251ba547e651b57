import { closeNotification } from '../close/close-notification.ts'
import { deadlineOf } from '../notification/deadline.ts'
import { Fault } from '../notification/fault.ts'
import type { Notification } from '../notification/notification.ts'
import type { Dependencies as Meeting } from '../receipt/meet-receipts.ts'
import type { FindNotification } from '../record/find-notification.ts'
import type { FindOverdue } from '../record/find-overdue.ts'

export interface Dependencies extends Meeting {
  readonly findOverdue: FindOverdue
  readonly findNotification: FindNotification
  /** The parts of the index, swept side by side. */
  readonly shards: readonly string[]
  /** From this many seconds after its start on, a run takes up nothing more: the next one goes on. */
  readonly mostSeconds: number
  /** Counts what a run ended, one by one. */
  readonly onSwept: (notificationId: string) => void
  readonly onFailed: (notificationId: string, error: unknown) => void
}

/** The index may be a moment behind, so the notification itself is asked. */
const isLost = (notification: Notification | undefined, now: Date): notification is Notification =>
  notification !== undefined && notification.outcome === undefined && deadlineOf(notification) < now

/** @returns how many could not be swept */
const sweepShard = async (dependencies: Dependencies, shard: string, start: Date): Promise<number> => {
  const { findOverdue, findNotification, onSwept, onFailed, mostSeconds, now } = dependencies
  let failures = 0
  const failed = (what: string) => (error: unknown) => {
    failures += 1
    onFailed(what, error)
  }
  const sweep = async (id: string) => {
    const found = await findNotification(id)
    if (!isLost(found, start)) return
    await closeNotification(dependencies)(found, 'swept')
    onSwept(id)
  }
  const sweepAll = async () => {
    for await (const id of findOverdue(shard, start)) {
      if (now().getTime() - start.getTime() >= mostSeconds * 1000) return
      await sweep(id).catch(failed(id))
    }
  }
  await sweepAll().catch(failed(shard))
  return failures
}

/**
 * Gives every notification that is past its deadline without an outcome the one that its attempts allow, as `close` does. It may run at
 * any time and as often as anybody likes: what has an outcome, or time left, is not touched.
 * @throws a fault after the last when some could not be swept; those that could are, and the next run finds the others again
 */
export const createHandler = (dependencies: Dependencies) => async (): Promise<void> => {
  const start = dependencies.now()
  const failures = await Promise.all(dependencies.shards.map((shard) => sweepShard(dependencies, shard, start)))
  const failed = failures.reduce((sum, ofShard) => sum + ofShard, 0)
  if (failed > 0) throw new Fault(`${failed} notifications could not be swept`)
}
