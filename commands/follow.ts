import { setTimeout } from 'node:timers/promises'
import type { Notification } from '../functions/notification/notification.ts'
import type { StatusEvent } from '../functions/publish/status-event.ts'
import { statusEvents } from '../functions/publish/status-events.ts'
import type { FindNotification } from '../functions/record/find-notification.ts'
import { Failed } from './failed.ts'

const pauseMs = 250
const secondsToBeTaken = 60

/**
 * Yields what becomes of a notification, as the bus is told it, until its outcome.
 * @throws a sentence when nobody takes the request
 */
export async function* follow(find: FindNotification, id: string): AsyncGenerator<StatusEvent> {
  const patience = Date.now() + secondsToBeTaken * 1000
  let before: Notification | undefined
  for (;;) {
    const after = await find(id)
    if (after) yield* statusEvents(before, after)
    else if (Date.now() > patience)
      throw new Failed(
        `The request was not taken within ${secondsToBeTaken} s: it may have been rejected (its event says why), or the deployment is broken (its alarms do).`,
      )
    if (after?.outcome !== undefined) return
    before = after
    await setTimeout(pauseMs)
  }
}
