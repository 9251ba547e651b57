import type { StatusEvent } from '../../functions/publish/status-event.ts'
import { statusEvents } from '../../functions/publish/status-events.ts'
import type { FindIntervention } from '../../functions/record/find-intervention.ts'
import type { FindNotification } from '../../functions/record/find-notification.ts'
import { untilTaken } from '../until-taken.ts'
import { type Result, resultOf, type Said } from './result-of.ts'

/** Where it can be seen what became of an intervention. */
export interface Records {
  readonly findNotification: FindNotification
  readonly findIntervention: FindIntervention
}

/** What became of it, and the status event that tells so, where there is one. */
export interface Told {
  readonly result: Result
  readonly event: StatusEvent | undefined
}

const lookFor = async ({ findNotification, findIntervention }: Records, id: string, said: Said): Promise<Told | undefined> => {
  const notification = await findNotification(id)
  const result = resultOf(said, notification, notification ? undefined : await findIntervention(id))
  return result && { result, event: notification && statusEvents(undefined, notification).at(-1) }
}

/**
 * Says something of a notification, unless the records tell already what would become of it, and waits until they do.
 * @throws a sentence when nobody takes it
 */
export const followIntervention = async (records: Records, id: string, said: Said, say: () => Promise<void>): Promise<Told> => {
  const already = await lookFor(records, id, said)
  if (already) return already
  await say()
  return untilTaken(() => lookFor(records, id, said), 'it may have been refused (the event Intervention Rejected says why)')
}
